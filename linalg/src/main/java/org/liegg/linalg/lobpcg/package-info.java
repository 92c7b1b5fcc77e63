/**
 * The decomposition {@code lobpcg}: the smallest singular values and defects by block iteration,
 * with E as an operator on stored gradients and features. It may use all other packages of this
 * module but the providers, and {@link org.liegg.linalg.streaming} only to hand small problems to
 * {@code gram}.
 */
@NullMarked
package org.liegg.linalg.lobpcg;

import org.jspecify.annotations.NullMarked;
