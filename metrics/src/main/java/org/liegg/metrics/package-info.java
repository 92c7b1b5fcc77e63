/**
 * What is measured on a spectrum once it exists: how many directions are symmetries ({@link
 * org.liegg.metrics.NullspaceDecision}), a readable basis of them ({@link
 * org.liegg.metrics.ReadableBasis}), how much the model moves along one ({@link
 * org.liegg.metrics.SymmetryVariance}), and how far they are from a known algebra ({@link
 * org.liegg.metrics.Subspaces}). {@link org.liegg.metrics.SymmetrySummary} is a report in a few
 * numbers, and {@link org.liegg.metrics.SymmetryGauges} shows those to Micrometer. Nothing here
 * reads data, runs a model or decomposes E.
 */
@NullMarked
package org.liegg.metrics;

import org.jspecify.annotations.NullMarked;
