package org.liegg.tck;

import java.util.Random;
import org.liegg.api.Batch;
import org.liegg.api.Jacobians;
import org.liegg.api.Matrix;

/** Functions with their derivatives, by their definitions. */
final class KnownFunctions {

  private KnownFunctions() {}

  /** Multiples of 1/64 between −2 and 2. */
  static Batch samples(int count, int size) {
    Random random = new Random(GradientSubject.SEED);
    double[] values = new double[count * size];
    for (int i = 0; i < values.length; i++) {
      values[i] = (random.nextInt(257) - 128) / 64.0;
    }
    return new Batch(count, size, values);
  }

  /** x³, and 3x² on the diagonal. */
  static Jacobians cube(Batch x) {
    int d = x.columns();
    double[] values = new double[x.rows() * d * d];
    double[] responses = new double[x.rows() * d];
    for (int n = 0; n < x.rows(); n++) {
      for (int i = 0; i < d; i++) {
        double at = x.get(n, i);
        responses[n * d + i] = at * at * at;
        values[(n * d + i) * d + i] = 3 * at * at;
      }
    }
    return new Jacobians(x.rows(), d, d, values, responses);
  }

  /** xᵀQx and (Q + Qᵀ)x. */
  static Jacobians quadratic(Matrix q, Batch x) {
    int d = x.columns();
    double[] values = new double[x.rows() * d];
    double[] responses = new double[x.rows()];
    for (int n = 0; n < x.rows(); n++) {
      for (int i = 0; i < d; i++) {
        for (int j = 0; j < d; j++) {
          responses[n] += x.get(n, i) * q.get(i, j) * x.get(n, j);
          values[n * d + i] += (q.get(i, j) + q.get(j, i)) * x.get(n, j);
        }
      }
    }
    return new Jacobians(x.rows(), 1, d, values, responses);
  }

  /** s = softmax(Wx) and ∂s_o/∂x_i = Σ_j s_o (δ_oj − s_j) W_ji. */
  static Jacobians softmax(Matrix w, Batch x) {
    double[] values = new double[x.rows() * w.values().length];
    double[] responses = new double[x.rows() * w.rows()];
    for (int n = 0; n < x.rows(); n++) {
      double[] z = new double[w.rows()];
      for (int o = 0; o < z.length; o++) {
        for (int i = 0; i < x.columns(); i++) {
          z[o] += w.get(o, i) * x.get(n, i);
        }
      }
      Matrix derivative = HeadMathematics.softmaxDerivative(z);
      double[] s = HeadMathematics.softmax(z);
      double[] rows = HeadMathematics.product(derivative, w.values());
      System.arraycopy(s, 0, responses, n * s.length, s.length);
      System.arraycopy(rows, 0, values, n * rows.length, rows.length);
    }
    return new Jacobians(x.rows(), w.rows(), x.columns(), values, responses);
  }
}
