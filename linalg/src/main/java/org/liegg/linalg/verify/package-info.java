/**
 * Checks of any spectrum against the rows, or the operator, that it is said to belong to: residual,
 * orthonormality, order. It is published. It uses {@link org.liegg.blas} and {@link
 * org.liegg.linalg.dense} for nothing but norms and orientation, so that no decomposition is its
 * own judge.
 */
@NullMarked
package org.liegg.linalg.verify;

import org.jspecify.annotations.NullMarked;
