package org.liegg.tck;

import java.util.function.Function;
import org.liegg.api.Jacobians;
import org.liegg.api.Matrix;

/** Heads and their derivatives by the logits, written as the whole matrices that they are. */
final class HeadMathematics {

  private HeadMathematics() {}

  /** s_o = 1/Σ_j exp(z_j − z_o). */
  static double[] softmax(double[] z) {
    double[] s = new double[z.length];
    for (int o = 0; o < z.length; o++) {
      double sum = 0;
      for (double other : z) {
        sum += Math.exp(other - z[o]);
      }
      s[o] = 1 / sum;
    }
    return s;
  }

  /** diag(s) − s sᵀ. */
  static Matrix softmaxDerivative(double[] z) {
    double[] s = softmax(z);
    int k = z.length;
    double[] values = new double[k * k];
    for (int o = 0; o < k; o++) {
      for (int j = 0; j < k; j++) {
        values[o * k + j] = (o == j ? s[o] : 0) - s[o] * s[j];
      }
    }
    return new Matrix(k, k, values);
  }

  /** u = z/‖z‖. */
  static double[] normalized(double[] z) {
    double norm = Math.sqrt(KnownRows.dot(z, 0, z, 0, z.length));
    double[] u = new double[z.length];
    for (int o = 0; o < z.length; o++) {
      u[o] = z[o] / norm;
    }
    return u;
  }

  /** (I − u uᵀ)/‖z‖. */
  static Matrix normalizedDerivative(double[] z) {
    double norm = Math.sqrt(KnownRows.dot(z, 0, z, 0, z.length));
    double[] u = normalized(z);
    int k = z.length;
    double[] values = new double[k * k];
    for (int o = 0; o < k; o++) {
      for (int j = 0; j < k; j++) {
        values[o * k + j] = ((o == j ? 1 : 0) - u[o] * u[j]) / norm;
      }
    }
    return new Matrix(k, k, values);
  }

  /** The head and its derivative at every sample: ∂h/∂x = ∂h/∂z ∂z/∂x. */
  static Jacobians apply(
      Jacobians logits, Function<double[], double[]> head, Function<double[], Matrix> derivative) {
    int k = logits.outputs();
    double[] values = new double[logits.values().length];
    double[] responses = new double[logits.responses().length];
    for (int n = 0; n < logits.samples(); n++) {
      Jacobians sample = logits.slice(n, n + 1);
      double[] z = sample.responses();
      double[] rows = product(derivative.apply(z), sample.values());
      System.arraycopy(head.apply(z), 0, responses, n * k, k);
      System.arraycopy(rows, 0, values, n * rows.length, rows.length);
    }
    return new Jacobians(logits.samples(), k, logits.inputs(), values, responses);
  }

  /** A k × k matrix times one of k rows. */
  static double[] product(Matrix left, double[] right) {
    int k = left.columns();
    int d = right.length / k;
    double[] values = new double[right.length];
    for (int o = 0; o < left.rows(); o++) {
      for (int j = 0; j < k; j++) {
        for (int i = 0; i < d; i++) {
          values[o * d + i] += left.get(o, j) * right[j * d + i];
        }
      }
    }
    return values;
  }
}
