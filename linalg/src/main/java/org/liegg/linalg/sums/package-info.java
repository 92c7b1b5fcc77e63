/**
 * What is kept of the samples while they pass: EᵀE as a matrix or by its Kronecker factors, the
 * triangular factor, the rows themselves, and the moments of the independence baseline. Each can be
 * merged with another of its kind, and be written as a state and read again. Checks of what comes
 * in, of the life of a decomposition and of the memory that it takes are here too. It uses {@link
 * org.liegg.linalg.state}, {@link org.liegg.linalg.dense} and {@link org.liegg.blas}.
 */
@NullMarked
package org.liegg.linalg.sums;

import org.jspecify.annotations.NullMarked;
