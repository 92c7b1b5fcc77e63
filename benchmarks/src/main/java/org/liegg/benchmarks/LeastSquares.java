package org.liegg.benchmarks;

import org.liegg.api.Matrix;

/** Least squares as a textbook has them: normal equations and elimination, by plain loops. */
final class LeastSquares {

  private LeastSquares() {}

  /** The weights of the rows whose sum is nearest to a vector. */
  static double[] solve(Matrix rows, double[] vector) {
    int g = rows.rows();
    double[][] system = new double[g][g + 1];
    for (int i = 0; i < g; i++) {
      for (int s = 0; s < vector.length; s++) {
        for (int k = 0; k < g; k++) {
          system[i][k] += rows.get(i, s) * rows.get(k, s);
        }
        system[i][g] += rows.get(i, s) * vector[s];
      }
    }
    return eliminated(system);
  }

  /** The matrix is positive definite: no pivots are needed. */
  private static double[] eliminated(double[][] system) {
    int g = system.length;
    for (int k = 0; k < g; k++) {
      for (int i = k + 1; i < g; i++) {
        double factor = system[i][k] / system[k][k];
        for (int j = k; j <= g; j++) {
          system[i][j] -= factor * system[k][j];
        }
      }
    }
    double[] solution = new double[g];
    for (int k = g - 1; k >= 0; k--) {
      double rest = system[k][g];
      for (int j = k + 1; j < g; j++) {
        rest -= system[k][j] * solution[j];
      }
      solution[k] = rest / system[k][k];
    }
    return solution;
  }
}
