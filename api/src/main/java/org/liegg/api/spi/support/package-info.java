/** Base classes for those who write engines of their own. */
@NullMarked
package org.liegg.api.spi.support;

import org.jspecify.annotations.NullMarked;
