package org.liegg.engine.onnx;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.liegg.api.Batch;
import org.liegg.api.ModelException;
import org.liegg.api.spi.GradientCheck;
import org.liegg.api.spi.ModelGradient;

/** Where models are verified, and whether samples are mixed. */
final class Verification {
  /** Sums of other lengths are rounded otherwise, no more. */
  private static final double MAX_APART = 1e-7;

  private Verification() {}

  /** Standard normal samples, and the same numbers between 0 and 1, as many models take them. */
  static List<Batch> places(Batch normal) {
    return List.of(normal, shares(normal));
  }

  /**
   * Whether many samples together have the outputs that each has alone; no where the model can be
   * evaluated at none of them.
   *
   * @param together takes several samples at a time
   * @param alone takes one
   * @param probe where to look; at random samples where there are none
   */
  static boolean agree(ModelGradient together, ModelGradient alone, Optional<Batch> probe) {
    Batch random = GradientCheck.randomSamples(together.info().sampleSize());
    List<Batch> candidates =
        probe
            .filter(samples -> samples.rows() > 0)
            .map(samples -> samples.slice(0, Math.min(samples.rows(), GradientCheck.SAMPLES)))
            .map(List::of)
            .orElseGet(() -> places(random));
    for (Batch samples : candidates) {
      try {
        return isIndependent(together, alone, samples);
      } catch (ModelException e) {
        // A logarithm, say, has no value at negative numbers. That says nothing of samples.
        if (!e.code().equals("LIEGG-MODEL-NONFINITE")) {
          throw e;
        }
      }
    }
    return false;
  }

  /** Whether outputs at samples together are those of each alone, but for rounding. */
  static boolean isIndependent(ModelGradient session, ModelGradient single, Batch samples) {
    double[] together = session.outputs(samples).values();
    int k = session.info().outputSize();
    double largest = Arrays.stream(together).map(Math::abs).max().orElse(0);
    for (int row = 0; row < samples.rows(); row++) {
      double[] alone = single.outputs(samples.slice(row, row + 1)).values();
      for (int i = 0; i < k; i++) {
        if (!(Math.abs(alone[i] - together[row * k + i]) <= MAX_APART * largest)) {
          return false;
        }
      }
    }
    return true;
  }

  private static Batch shares(Batch normal) {
    double[] values = normal.values().clone();
    for (int i = 0; i < values.length; i++) {
      values[i] = 0.1 + 0.8 / (1 + Math.exp(-values[i]));
    }
    return new Batch(normal.rows(), normal.columns(), values);
  }
}
