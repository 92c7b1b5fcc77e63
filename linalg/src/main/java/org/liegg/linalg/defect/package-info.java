/**
 * The generalised eigenproblem of the defect: the baseline that a direction is compared with, the
 * fields that are insensitive, the whitening of the baseline metric, and the solution of what is
 * left. It starts from moments that {@link org.liegg.linalg.sums} has accumulated, and uses {@link
 * org.liegg.linalg.dense} and {@link org.liegg.blas}; where the rows are from does not matter to
 * it.
 */
@NullMarked
package org.liegg.linalg.defect;

import org.jspecify.annotations.NullMarked;
