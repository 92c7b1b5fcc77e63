/**
 * The one place that calls a native library for dense arithmetic. {@link org.liegg.blas.NativeBlas}
 * loads it once, if it is wanted, and hands out what has passed its self-test: the operations that
 * decompositions are built on, {@link org.liegg.blas.DenseKernel}, and the products that engines
 * are built on, {@link org.liegg.blas.StridedProducts}. {@link org.liegg.blas.BlasThreads} says how
 * many threads a call may have. Beside it stand the same operations in pure Java, memory on either
 * side, views of it, and the helpers that kernels are made of. What is computed with them lives in
 * other modules.
 */
@NullMarked
package org.liegg.blas;

import org.jspecify.annotations.NullMarked;
