package org.liegg.linalg;

import java.util.Arrays;
import org.liegg.api.Matrix;

/**
 * Values that the fields of a complete basis may have, parted by whether F is sensitive to them.
 *
 * @param rows x, {@code xᵀCx = 1} and L diagonal on them, {@code sensitive × d}
 * @param lengths {@code xᵀLx} of each
 * @param insensitive an orthonormal basis of the other directions
 * @param others what completes it, orthonormal
 */
record ValueSide(double[] rows, double[] lengths, Matrix insensitive, Matrix others) {

  static ValueSide of(
      MomentAverages averages, InputPencil pencil, int sensitive, EigenSolver solver) {
    int d = averages.inputs();
    double[] x = new double[sensitive * d];
    for (int k = 0; k < sensitive; k++) {
      double length = 1 / Math.sqrt(pencil.values()[k]);
      for (int i = 0; i < d; i++) {
        x[k * d + i] = pencil.vectors()[k][i] * length;
      }
    }
    double[] lengths = new double[sensitive];
    if (averages.anyLength() && sensitive > 0) {
      double[] form = new double[sensitive * sensitive];
      for (int k = 0; k < sensitive; k++) {
        for (int l = 0; l < sensitive; l++) {
          for (int i = 0; i < d; i++) {
            form[k * sensitive + l] += x[k * d + i] * averages.length()[i] * x[l * d + i];
          }
        }
      }
      Symmetric scaled = Symmetric.ofUpper(form, sensitive, 0);
      SymmetricEigen eigen = solver.solve(scaled.values(), sensitive);
      double[] turned = new double[x.length];
      for (int k = 0; k < sensitive; k++) {
        lengths[k] = Math.max(0, Math.scalb(eigen.values()[k], scaled.exponent()));
        for (int l = 0; l < sensitive; l++) {
          for (int i = 0; i < d; i++) {
            turned[k * d + i] += eigen.vectors()[k * sensitive + l] * x[l * d + i];
          }
        }
      }
      x = turned;
    }
    Matrix basis = orthonormal(pencil, d);
    int low = d - sensitive;
    return new ValueSide(
        x,
        lengths,
        new Matrix(low, d, Arrays.copyOf(basis.values(), low * d)),
        new Matrix(sensitive, d, Arrays.copyOfRange(basis.values(), low * d, d * d)));
  }

  /** From the least sensitive direction on, made orthonormal in this order. */
  private static Matrix orthonormal(InputPencil pencil, int d) {
    double[] rows = new double[d * d];
    int next = 0;
    for (int dead : pencil.dead()) {
      rows[next++ * d + dead] = 1;
    }
    for (int k = pencil.values().length - 1; k >= 0; k--) {
      System.arraycopy(pencil.vectors()[k], 0, rows, next++ * d, d);
    }
    return Orthonormal.rows(new Matrix(d, d, rows));
  }
}
