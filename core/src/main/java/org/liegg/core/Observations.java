package org.liegg.core;

import org.liegg.core.samples.DuplicateSketch;

/**
 * What was noticed while the samples streamed.
 *
 * @param gradients about the model
 * @param duplicates about the samples
 */
record Observations(GradientAudit gradients, DuplicateSketch duplicates) {}
