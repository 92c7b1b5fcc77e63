package org.liegg.linalg.lobpcg;

import org.liegg.blas.Symmetric;

/**
 * The second moments that the independence baseline is made of.
 *
 * @param gradients {@code C = Σ J_nᵀ J_n}, {@code d × d}
 * @param features {@code Φ = Σ φ_n φ_nᵀ}, {@code p × p}
 */
record Moments(Symmetric gradients, Symmetric features) {}
