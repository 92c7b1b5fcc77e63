package org.liegg.core.assemble;

import java.util.Arrays;
import java.util.Optional;
import org.liegg.api.ModelInfo;
import org.liegg.api.Precision;
import org.liegg.api.Spectrum;
import org.liegg.api.report.Rounding;

/** Where a spectrum ends and rounding begins. */
final class RoundingLevel {
  /** Singular values are called noise up to this many times the floor of the accuracy class. */
  private static final double NEAR_FLOOR = 10;

  /** Errors of a gradient that many layers have passed on, in units of its arithmetic. */
  private static final double ROUNDINGS = 16;

  private RoundingLevel() {}

  /** Of nothing, or of zeros alone, nothing is rounding. */
  static Optional<Rounding> of(Spectrum spectrum, double[] defects, ModelInfo model) {
    if (spectrum.count() == 0 || spectrum.singularValues()[0] == 0) {
      return Optional.empty();
    }
    double share = Math.max(decomposition(spectrum), gradients(model));
    double largest = Arrays.stream(defects).max().orElse(0);
    return Optional.of(
        new Rounding(share * spectrum.singularValues()[0], share * share * Math.max(1, largest)));
  }

  /** Relative to the largest singular value. */
  static double decomposition(Spectrum spectrum) {
    return NEAR_FLOOR * spectrum.accuracy().floor();
  }

  private static double gradients(ModelInfo model) {
    double rounding = ROUNDINGS * (model.precision() == Precision.FLOAT ? 0x1p-24 : 0x1p-53);
    return Math.max(rounding, model.gradientNoise());
  }
}
