/**
 * Dense kernels behind one seam, {@link org.liegg.linalg.blas.DenseKernel}, in pure Java and on
 * OpenBLAS: the loader of the native library, its self-test, memory on either side and views of it,
 * and the small helpers that kernels are made of. Nothing native is trusted before it has passed
 * the self-test. This package uses no other one of this module.
 */
@NullMarked
package org.liegg.linalg.blas;

import org.jspecify.annotations.NullMarked;
