/**
 * The one-parameter groups of generators: exactly where a matrix exponential or a resampling is
 * known, by integration otherwise; their periods and what they cost.
 */
@NullMarked
package org.liegg.groups.flow;

import org.jspecify.annotations.NullMarked;
