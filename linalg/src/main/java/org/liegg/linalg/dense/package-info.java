/**
 * Linear algebra on whole matrices: eigenvalues and singular values that are checked before they
 * are returned, orthonormal bases, and products of long rows by several threads. It uses {@link
 * org.liegg.blas} and nothing else of this module.
 */
@NullMarked
package org.liegg.linalg.dense;

import org.jspecify.annotations.NullMarked;
