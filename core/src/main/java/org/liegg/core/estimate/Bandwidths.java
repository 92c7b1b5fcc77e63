package org.liegg.core.estimate;

import org.liegg.api.Batch;

/**
 * The bandwidth by which one half of the points says most of the other half (cross-validation: A.
 * W. Bowman, Biometrika 71, 1984): the largest likelihood of a density, the smallest squared error
 * of targets.
 */
final class Bandwidths {
  /** From very local to very smooth, in standard deviations of the samples. */
  private static final double[] LADDER = {
    0.04, 0.056, 0.08, 0.11, 0.16, 0.22, 0.3, 0.4, 0.5, 0.65, 0.8, 1, 1.3
  };

  /** Gradients of a density are best with a wider kernel than the density. */
  private static final double GRADIENT = 1.6;

  /** Points that are predicted. */
  private static final int PREDICTED = 400;

  private Bandwidths() {}

  /**
   * The bandwidth.
   *
   * @param first half of the points
   * @param second half
   */
  static double best(SampleFit.Part first, SampleFit.Part second) {
    double best = LADDER[0];
    double least = Double.POSITIVE_INFINITY;
    for (double bandwidth : LADDER) {
      double loss = loss(first, second, bandwidth) + loss(second, first, bandwidth);
      if (loss < least) {
        least = loss;
        best = bandwidth;
      }
    }
    return first.targets().isPresent() ? best : GRADIENT * best;
  }

  private static double loss(SampleFit.Part of, SampleFit.Part on, double bandwidth) {
    Smoother smoother = of.smoother(bandwidth);
    Batch points = on.points();
    int r = points.columns();
    int k = on.targets().map(Batch::columns).orElse(1);
    double[] values = new double[k];
    double[] gradients = new double[k * r];
    double[] z = new double[r];
    double sum = 0;
    int count = Math.min(PREDICTED, points.rows());
    for (int n = 0; n < count; n++) {
      System.arraycopy(points.values(), n * r, z, 0, r);
      smoother.at(z, values, gradients);
      int row = n;
      sum +=
          on.targets()
              .map(known -> squares(known, row, values))
              .orElse(-Math.log(Math.max(Double.MIN_NORMAL, values[0])));
    }
    return Double.isNaN(sum) ? Double.POSITIVE_INFINITY : sum / count;
  }

  private static double squares(Batch targets, int row, double[] values) {
    double sum = 0;
    for (int o = 0; o < values.length; o++) {
      double off = targets.get(row, o) - values[o];
      sum += off * off;
    }
    return sum;
  }
}
