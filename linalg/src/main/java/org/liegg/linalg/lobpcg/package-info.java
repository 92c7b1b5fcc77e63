/**
 * The decomposition {@code lobpcg}: the smallest singular values and defects by block iteration,
 * with EᵀE as an operator, which {@link org.liegg.linalg.factors} has. It may use all other
 * packages of this module but the providers, and {@link org.liegg.linalg.streaming} only to hand
 * small problems to {@code gram}.
 */
@NullMarked
package org.liegg.linalg.lobpcg;

import org.jspecify.annotations.NullMarked;
