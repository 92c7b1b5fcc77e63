/**
 * Functions that samples alone say: the logarithm of their density, and what targets are of them.
 * They are smooth, have exact gradients, and say how far noise and smoothing may mislead.
 */
@NullMarked
package org.liegg.core.estimate;

import org.jspecify.annotations.NullMarked;
