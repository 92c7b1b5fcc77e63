package org.liegg.linalg.defect;

import java.util.Arrays;
import org.liegg.api.InsensitiveDirections;
import org.liegg.api.Matrix;
import org.liegg.blas.SymmetricEigen;
import org.liegg.blas.Vectors;
import org.liegg.linalg.dense.EigenSolver;
import org.liegg.linalg.dense.Orientation;

/**
 * Input directions by how much F changes along them beside how much it would if the gradients of
 * single inputs had independent signs: {@code C u = λ D u}, D diagonal. λ near 0: the gradients
 * cancel along u at every sample, or there are none; 1: they have nothing to do with each other.
 * The unit of an input moves nothing.
 *
 * @param inputs d
 * @param values λ, descending, one for each input with a gradient or a length
 * @param vectors u, a row each, {@code uᵀDu = 1}
 * @param dead inputs with neither
 */
record InputPencil(int inputs, double[] values, double[][] vectors, int[] dead) {

  /** λ at or below this is rounding, whatever the tolerance. */
  static final double ROUNDING = 1e-12;

  /** At a tolerance that calls anything a symmetry, not everything is insensitive. */
  private static final double LARGEST = 0.05;

  /** So many directions are handed on one by one. */
  private static final int SHOWN = 16;

  static InputPencil of(MomentAverages averages, EigenSolver solver) {
    int d = averages.inputs();
    int width = averages.components();
    int[] live = new int[d];
    int[] dead = new int[d];
    int alive = 0;
    for (int i = 0; i < d; i++) {
      if (averages.own()[i] > 0) {
        live[alive++] = i;
      } else {
        dead[i - alive] = i;
      }
    }
    double[] scale = new double[alive];
    for (int i = 0; i < alive; i++) {
      scale[i] = 1 / Math.sqrt(averages.own()[live[i]]);
    }
    double[] scaled = new double[alive * alive];
    for (int i = 0; i < alive; i++) {
      for (int j = 0; j < alive; j++) {
        scaled[i * alive + j] = scale[i] * averages.c()[live[i] * width + live[j]] * scale[j];
      }
    }
    SymmetricEigen eigen = solver.solve(scaled, alive);
    double[] values = new double[alive];
    double[][] vectors = new double[alive][d];
    for (int k = 0; k < alive; k++) {
      values[k] = Math.max(0, eigen.values()[k]);
      for (int i = 0; i < alive; i++) {
        vectors[k][live[i]] = eigen.vectors()[k * alive + i] * scale[i];
      }
    }
    return new InputPencil(d, values, vectors, Arrays.copyOf(dead, d - alive));
  }

  /** Up to which λ a direction is insensitive at a tolerance on the defect. */
  static double bound(double tolerance) {
    return Math.max(ROUNDING, Math.min(LARGEST, tolerance));
  }

  /** How many directions are sensitive: the first ones. */
  int sensitive(double tolerance) {
    int count = 0;
    while (count < values.length && values[count] > bound(tolerance)) {
      count++;
    }
    return count;
  }

  /** How many are not, dead inputs included. */
  int insensitive(double tolerance) {
    return inputs - sensitive(tolerance);
  }

  /**
   * The directions that are not sensitive, at unit norm, by their share; of many, those that are
   * most in doubt.
   */
  InsensitiveDirections directions(MomentAverages averages, double tolerance) {
    int count = insensitive(tolerance);
    int shown = Math.min(count, SHOWN);
    double[] rows = new double[shown * inputs];
    double[] shares = new double[shown];
    for (int k = 0; k < shown; k++) {
      int place = count - shown + k;
      if (place < dead.length) {
        rows[k * inputs + dead[place]] = 1;
      } else {
        int from = values.length - 1 - (place - dead.length);
        double norm = Math.sqrt(Vectors.dot(vectors[from], 0, vectors[from], 0, inputs));
        for (int i = 0; i < inputs; i++) {
          rows[k * inputs + i] = vectors[from][i] / norm;
        }
        shares[k] = values[from];
      }
    }
    Matrix directions = new Matrix(shown, inputs, rows);
    if (inputs > 0) {
      Orientation.apply(rows, inputs);
    }
    double[] floor = new double[shown * shown];
    for (int k = 0; k < shown; k++) {
      for (int l = 0; l < shown; l++) {
        double sum = 0;
        for (int i = 0; i < inputs; i++) {
          sum += rows[k * inputs + i] * averages.length()[i] * rows[l * inputs + i];
        }
        floor[k * shown + l] =
            Math.scalb(MomentAverages.SHARE_OF_AVERAGE * sum, averages.exponentC());
      }
    }
    return new InsensitiveDirections(directions, shares, count, new Matrix(shown, shown, floor));
  }
}
