/** Decompositions of a stranger: what the base class refuses of them. */
@NullMarked
package org.liegg.linalg.spi;

import org.jspecify.annotations.NullMarked;
