package org.liegg.linalg.defect;

import java.util.Arrays;
import org.liegg.api.Matrix;
import org.liegg.linalg.dense.Orthonormal;

/**
 * Values that the fields of a complete basis may have, parted by whether F is sensitive to them.
 *
 * @param rows x, {@code xᵀCx = 1}, {@code sensitive × d}
 * @param insensitive an orthonormal basis of the other directions
 * @param others what completes it, orthonormal
 */
record ValueSide(double[] rows, Matrix insensitive, Matrix others) {

  static ValueSide of(InputPencil pencil, int sensitive) {
    int d = pencil.inputs();
    double[] x = new double[sensitive * d];
    for (int k = 0; k < sensitive; k++) {
      double length = 1 / Math.sqrt(pencil.values()[k]);
      for (int i = 0; i < d; i++) {
        x[k * d + i] = pencil.vectors()[k][i] * length;
      }
    }
    Matrix basis = orthonormal(pencil, d);
    int low = d - sensitive;
    return new ValueSide(
        x,
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
