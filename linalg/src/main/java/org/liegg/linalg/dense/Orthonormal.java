package org.liegg.linalg.dense;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.QRDecomposition;
import org.liegg.api.Matrix;

/** Orthonormal bases of nested spans, by Householder QR, which EJML does. */
public final class Orthonormal {

  private Orthonormal() {}

  /**
   * Rows of which the first k span what the first k of the given ones do, for every k.
   *
   * @param vectors independent, none of them zero
   */
  public static Matrix rows(Matrix vectors) {
    int count = vectors.rows();
    int length = vectors.columns();
    double[] basis = new double[count * length];
    if (count == 0) {
      return new Matrix(0, length, basis);
    }
    DMatrixRMaj columns = new DMatrixRMaj(length, count);
    for (int i = 0; i < count; i++) {
      double largest = 0;
      for (int j = 0; j < length; j++) {
        largest = Math.max(largest, Math.abs(vectors.get(i, j)));
      }
      for (int j = 0; j < length; j++) {
        columns.set(j, i, vectors.get(i, j) / largest);
      }
    }
    QRDecomposition<DMatrixRMaj> qr = DecompositionFactory_DDRM.qr(length, count);
    qr.decompose(columns);
    DMatrixRMaj q = qr.getQ(null, true);
    for (int i = 0; i < count; i++) {
      for (int j = 0; j < length; j++) {
        basis[i * length + j] = q.get(j, i);
      }
    }
    return new Matrix(count, length, basis);
  }
}
