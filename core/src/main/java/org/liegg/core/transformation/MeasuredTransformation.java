package org.liegg.core.transformation;

import java.util.Optional;
import org.liegg.metrics.finite.FiniteDefect;

/**
 * A transformation whose defect was measured.
 *
 * @param name of the transformation
 * @param defect its sums
 * @param displacement the root of the mean square by which the inputs that it moves are moved, in
 *     units of their spread
 * @param insensitive whether it moves only what the model does not depend on at the tolerance, so
 *     that there is nothing that it could keep or break
 * @param lost what the transformation and its inverse, as they are computed, change together as a
 *     share of the same baseline: samples are interpolated; empty where they lose nothing
 * @param perSample what single samples do
 */
public record MeasuredTransformation(
    String name,
    FiniteDefect defect,
    double displacement,
    boolean insensitive,
    Optional<FiniteDefect> lost,
    SampleChanges perSample) {}
