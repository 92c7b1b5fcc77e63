/**
 * Decompositions: from streamed rows of E to its spectrum and its defects. Here are the providers,
 * which are what others name: {@code gram} streams EᵀE, {@code qr} the triangular factor of E,
 * {@code svd} and {@code ejml-svd} keep the rows, {@code lobpcg} keeps gradients and features and
 * iterates on the smallest directions, and {@code auto} hands the work to one of {@code gram},
 * {@code qr} and {@code lobpcg}. All are {@link org.liegg.api.spi.DecompositionProvider}s. {@link
 * org.liegg.linalg.verify} is published too, and so are {@link org.liegg.linalg.spi} and {@link
 * org.liegg.linalg.state}, for decompositions of others. Every other package below this one belongs
 * to this module alone. Which singular values count as zero is not decided here.
 */
@NullMarked
package org.liegg.linalg;

import org.jspecify.annotations.NullMarked;
