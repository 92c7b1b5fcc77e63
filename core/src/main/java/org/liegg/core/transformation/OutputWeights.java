package org.liegg.core.transformation;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.liegg.core.samples.BlockedSamples;

/** One over what each output changes by along moves of an input by its own spread. */
public final class OutputWeights {
  /** Samples that tell how sensitive each output is. */
  private static final int PILOT = 64;

  /** An output less sensitive than this share of the most sensitive one counts as that. */
  private static final double LEAST = 1e-5;

  private OutputWeights() {}

  /** All outputs count as they are. */
  public static double[] equal(int outputs) {
    double[] weights = new double[outputs];
    Arrays.fill(weights, 1);
    return weights;
  }

  /**
   * The weights, that of the most sensitive output being 1; equal ones where nothing changes or the
   * model fails.
   *
   * @param variances of every input
   */
  public static double[] of(VaryingModel model, BlockedSamples samples, double[] variances) {
    int outputs = model.info().outputSize();
    if (outputs == 1 || samples.count() == 0) {
      return equal(outputs);
    }
    BlockedSamples few = samples.first(PILOT);
    int d = variances.length;
    double[] shifts = new double[few.count() * d];
    for (int at = 0; at < shifts.length; at++) {
      shifts[at] = Math.sqrt(variances[at % d]);
    }
    int[] varying = IntStream.range(0, d).filter(i -> variances[i] > 0).toArray();
    Optional<double[]> changed = new DisplacedSamples(model, few).singleChanges(shifts, varying);
    return changed.map(found -> weights(found, outputs)).orElseGet(() -> equal(outputs));
  }

  private static double[] weights(double[] changed, int outputs) {
    double[] own = new double[outputs];
    for (int at = 0; at < changed.length; at++) {
      own[at % outputs] += changed[at];
    }
    double largest = Math.sqrt(Arrays.stream(own).max().orElse(0));
    if (!(largest > 0) || !Double.isFinite(largest)) {
      return equal(outputs);
    }
    double[] weights = new double[outputs];
    for (int o = 0; o < outputs; o++) {
      weights[o] = 1 / Math.max(LEAST, Math.sqrt(own[o]) / largest);
    }
    return weights;
  }
}
