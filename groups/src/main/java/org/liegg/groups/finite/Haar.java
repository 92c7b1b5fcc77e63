package org.liegg.groups.finite;

import java.util.SplittableRandom;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.liegg.api.Matrix;

/**
 * Orthogonal matrices by the invariant measure: a Gaussian matrix made orthonormal (Mezzadri, "How
 * to generate random matrices from the classical compact groups", Notices of the AMS 54, 2007).
 */
final class Haar {

  private Haar() {}

  /** An orthogonal matrix of this determinant. */
  static Matrix drawn(int n, int determinant, SplittableRandom random) {
    double[][] rows = new double[n][n];
    for (int i = 0; i < n; i++) {
      double rest;
      do {
        for (int j = 0; j < n; j++) {
          rows[i][j] = random.nextGaussian();
        }
        rest = orthonormalize(rows, i);
      } while (rest < 1e-3);
    }
    double[] values = new double[n * n];
    for (int i = 0; i < n; i++) {
      System.arraycopy(rows[i], 0, values, i * n, n);
    }
    if (Math.signum(CommonOps_DDRM.det(DMatrixRMaj.wrap(n, n, values))) != determinant) {
      for (int j = 0; j < n; j++) {
        values[j] = -values[j];
      }
    }
    return new Matrix(n, n, values);
  }

  /** Makes a row orthogonal to those before it, and of length 1; what was left of its length. */
  private static double orthonormalize(double[][] rows, int i) {
    double before = Math.sqrt(dot(rows[i], rows[i]));
    for (int twice = 0; twice < 2; twice++) {
      for (int k = 0; k < i; k++) {
        double along = dot(rows[i], rows[k]);
        for (int j = 0; j < rows[i].length; j++) {
          rows[i][j] -= along * rows[k][j];
        }
      }
    }
    double length = Math.sqrt(dot(rows[i], rows[i]));
    for (int j = 0; j < rows[i].length; j++) {
      rows[i][j] /= length;
    }
    return length / before;
  }

  private static double dot(double[] left, double[] right) {
    double sum = 0;
    for (int j = 0; j < left.length; j++) {
      sum += left[j] * right[j];
    }
    return sum;
  }
}
