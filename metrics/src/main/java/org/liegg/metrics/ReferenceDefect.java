package org.liegg.metrics;

import java.util.Arrays;
import org.liegg.api.DefectSpectrum;

/**
 * How far a network is from being invariant to a known algebra: the defect problem {@code EᵀE h / N
 * = δ M h} with h restricted to the algebra. Small numbers say that the network has learned all of
 * it, whatever else it has learned.
 *
 * @param worst the largest defect of any direction in the algebra
 * @param mean the mean of the defects, one for every dimension of the algebra; it does not depend
 *     on the basis. A direction that F does not feel counts as 0
 */
public record ReferenceDefect(double worst, double mean) {

  /**
   * Read off the whole spectrum with the algebra's fields as the only candidates.
   *
   * @throws IllegalArgumentException if the spectrum is only a part, or of no fields
   */
  public static ReferenceDefect of(DefectSpectrum within) {
    if (!within.complete() || within.columns() == 0) {
      throw new IllegalArgumentException(
          "ReferenceDefect: %d defects and %d trivial directions of %d fields"
              .formatted(within.defects().length, within.trivialCount(), within.columns()));
    }
    double[] defects = within.withTrivial();
    return new ReferenceDefect(defects[0], Arrays.stream(defects).sum() / defects.length);
  }
}
