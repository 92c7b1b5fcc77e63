/**
 * Decompositions: from streamed rows of E to its spectrum and its defects. {@code gram} streams
 * EᵀE, {@code qr} the triangular factor of E, and {@code svd} and {@code ejml-svd} keep the rows;
 * all are {@link org.liegg.api.spi.DecompositionProvider}s. Dense kernels sit behind one seam, in
 * pure Java and on OpenBLAS, and nothing native is trusted before it has passed a self-test. {@link
 * org.liegg.linalg.Decompositions} verifies any spectrum against its rows. Which singular values
 * count as zero is not decided here.
 */
@NullMarked
package org.liegg.linalg;

import org.jspecify.annotations.NullMarked;
