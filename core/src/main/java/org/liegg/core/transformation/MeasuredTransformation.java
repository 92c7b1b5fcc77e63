package org.liegg.core.transformation;

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
 */
public record MeasuredTransformation(
    String name, FiniteDefect defect, double displacement, boolean insensitive) {}
