/**
 * The decompositions that solve for the whole spectrum at the end of the stream: {@code gram},
 * {@code qr}, {@code svd} and {@code ejml-svd}, and what they share. It uses {@link
 * org.liegg.linalg.sums}, {@link org.liegg.linalg.defect}, {@link org.liegg.linalg.dense} and
 * {@link org.liegg.linalg.blas}, and knows no provider.
 */
@NullMarked
package org.liegg.linalg.streaming;

import org.jspecify.annotations.NullMarked;
