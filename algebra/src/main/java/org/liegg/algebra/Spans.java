package org.liegg.algebra;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.NormOps_DDRM;

/** Spaces that the columns of a matrix span. */
final class Spans {

  private Spans() {}

  /** Orthonormal columns of the span; directions below the tolerance are left out. */
  static DMatrixRMaj orthonormal(DMatrixRMaj columns, double tolerance) {
    if (columns.numCols == 0) {
      return new DMatrixRMaj(columns.numRows, 0);
    }
    Dense.Svd svd =
        columns.numRows > columns.numCols
            ? Dense.left(columns)
            : Dense.svd(CommonOps_DDRM.transpose(columns, null));
    return Dense.columns(svd.vectors(), 0, svd.rank(tolerance));
  }

  /** Orthonormal columns of the vectors that a matrix takes to (nearly) 0. */
  static DMatrixRMaj nullspace(DMatrixRMaj matrix, double tolerance) {
    Dense.Svd svd = Dense.svd(matrix);
    return Dense.columns(svd.vectors(), svd.rank(tolerance), matrix.numCols);
  }

  /** The sine of the largest angle of a column of the second space to the first. */
  static double distance(DMatrixRMaj orthonormal, DMatrixRMaj other) {
    DMatrixRMaj rest = other.copy();
    DMatrixRMaj parts = Dense.multiplyTransA(orthonormal, other);
    CommonOps_DDRM.multAdd(-1, orthonormal, parts, rest);
    double[] values = Dense.svd(rest).values();
    return values.length == 0 ? 0 : values[0];
  }

  /** The norm of what a column has outside a space. */
  static double rest(DMatrixRMaj orthonormal, DMatrixRMaj column) {
    DMatrixRMaj rest = column.copy();
    CommonOps_DDRM.multAdd(-1, orthonormal, Dense.multiplyTransA(orthonormal, column), rest);
    return NormOps_DDRM.normF(rest);
  }

  /** The Frobenius norm. */
  static double norm(DMatrixRMaj matrix) {
    return NormOps_DDRM.normF(matrix);
  }
}
