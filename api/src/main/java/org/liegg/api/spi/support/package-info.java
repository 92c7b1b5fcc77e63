/**
 * What engines need not write themselves: base classes of engines and sessions, and {@link
 * org.liegg.api.spi.support.Models}, which verifies what an engine opens and puts the head on; and
 * the same for actions and data sets that are made of others.
 */
@NullMarked
package org.liegg.api.spi.support;

import org.jspecify.annotations.NullMarked;
