package org.liegg.api.report;

import java.util.List;
import java.util.Optional;
import org.liegg.api.Shapes;

/**
 * How far outside of the samples a model keeps a group: samples are moved away from their mean m,
 * {@code x ↦ m + f (x − m)}, and the group is tried there.
 *
 * @param samples how many were moved
 * @param steps by their factors, ascending
 * @param holdsTo the largest factor up to which the group is kept at every step; empty where it is
 *     not kept at the first, which is the samples as they are
 */
public record BeyondData(int samples, List<Step> steps, Optional<Double> holdsTo) {

  /**
   * @throws IllegalArgumentException if the count is negative
   */
  public BeyondData {
    Shapes.requireNonNegative("samples", samples);
    steps = List.copyOf(steps);
  }

  /**
   * Samples this far out.
   *
   * @param factor f, ≥ 1; 1 leaves samples where they are
   * @param worst the element of largest defect, by the baseline of samples this far out, with
   *     bounds that hold for all steps together; empty where it has none
   * @param verdict whether all elements are kept there
   */
  public record Step(double factor, Optional<GroupCheck.Worst> worst, Verdict verdict) {}
}
