/**
 * The decompositions that solve for the whole spectrum at the end of the stream: {@code gram},
 * {@code qr}, {@code svd} and {@code ejml-svd}. They stand on {@link org.liegg.linalg.spi}, use
 * {@link org.liegg.linalg.sums} and what is below it, and know no provider.
 */
@NullMarked
package org.liegg.linalg.streaming;

import org.jspecify.annotations.NullMarked;
