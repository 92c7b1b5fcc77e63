/**
 * The factors of the rows of E, Jacobians and features, and EᵀE as something that is applied to
 * vectors: of factors that are kept here, of factors that stay in parts elsewhere, and of plain
 * rows. It uses {@link org.liegg.linalg.streaming} only to hand rows to {@code gram}. What is done
 * with EᵀE is in {@link org.liegg.linalg.lobpcg}.
 */
@NullMarked
package org.liegg.linalg.factors;

import org.jspecify.annotations.NullMarked;
