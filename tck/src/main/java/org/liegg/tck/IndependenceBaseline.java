package org.liegg.tck;

import org.liegg.api.FieldBasis;
import org.liegg.api.Polarization;

/**
 * The baseline metric by its definition: {@code M_ab = E_{x,x'}[(J(x') v_a(x))·(J(x') v_b(x))]}, a
 * sum over all pairs of samples. Slow, and independent of how decompositions compute it.
 */
final class IndependenceBaseline {

  private IndependenceBaseline() {}

  /** M, {@code m × m}. */
  static double[] metric(Polarization polarization) {
    int m = polarization.columns();
    int samples = polarization.samples();
    double[] metric = new double[m * m];
    double[] moved = new double[m];
    for (int gradient = 0; gradient < samples; gradient++) {
      for (int output = 0; output < polarization.outputs(); output++) {
        for (int position = 0; position < samples; position++) {
          for (int a = 0; a < m; a++) {
            moved[a] = moved(polarization, a, gradient, output, position);
          }
          for (int a = 0; a < m; a++) {
            for (int b = 0; b < m; b++) {
              metric[a * m + b] += moved[a] * moved[b] / ((double) samples * samples);
            }
          }
        }
      }
    }
    return metric;
  }

  /** hᵀMh. */
  static double quadratic(double[] metric, double[] h) {
    double sum = 0;
    for (int a = 0; a < h.length; a++) {
      sum += h[a] * KnownRows.dot(metric, a * h.length, h, 0, h.length);
    }
    return sum;
  }

  private static double moved(Polarization p, int field, int gradient, int output, int position) {
    FieldBasis basis = p.fields();
    double sum = 0;
    for (int e = basis.offsets()[field]; e < basis.offsets()[field + 1]; e++) {
      sum +=
          basis.values()[e]
              * p.jacobians().get(gradient, output, basis.component()[e])
              * p.features().get(position, basis.feature()[e]);
    }
    return sum;
  }
}
