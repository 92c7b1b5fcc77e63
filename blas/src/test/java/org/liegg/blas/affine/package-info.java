/** Products of affine maps, on small ones, and who computes them. */
@NullMarked
package org.liegg.blas.affine;

import org.jspecify.annotations.NullMarked;
