package org.liegg.algebra;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * Whether a space of elements is closed under brackets, and its structure constants where it is
 * read as if it were: {@code [e_i, e_j] = Σ_k c_ij^k e_k + rest}.
 *
 * @param residual the largest, over elements X of unit norm, of {@code (Σ_j ‖rest of [X,
 *     e_j]‖²)^½}: 0 for an algebra, and the same in every orthonormal basis
 * @param constants c
 */
record Closure(double residual, StructureConstants constants) {

  /**
   * @param basis orthonormal columns
   */
  static Closure of(Elements elements, DMatrixRMaj basis) {
    int g = basis.numCols;
    double[][] e = columns(basis);
    // Row i·g + j holds [e_i, e_j]: projections are then products of large matrices.
    DMatrixRMaj brackets = new DMatrixRMaj(g * g, basis.numRows);
    for (int i = 0; i < g; i++) {
      for (int j = i + 1; j < g; j++) {
        double[] bracket = elements.bracket(e[i], e[j]);
        int at = (i * g + j) * basis.numRows;
        int mirrored = (j * g + i) * basis.numRows;
        for (int s = 0; s < bracket.length; s++) {
          brackets.data[at + s] = bracket[s];
          brackets.data[mirrored + s] = -bracket[s];
        }
      }
    }
    DMatrixRMaj constants = Dense.multiply(brackets, basis);
    CommonOps_DDRM.multAddTransB(-1, constants, basis, brackets);
    // Row i holds the rests of all [e_i, e_j].
    DMatrixRMaj rests = DMatrixRMaj.wrap(g, g * basis.numRows, brackets.data);
    double[] squares = Dense.eigen(Dense.multiplyTransB(rests, rests)).values();
    double largest = g == 0 ? 0 : Math.max(0, squares[g - 1]);
    return new Closure(Math.sqrt(largest), new StructureConstants(g, constants.data));
  }

  static double[][] columns(DMatrixRMaj matrix) {
    double[][] columns = new double[matrix.numCols][matrix.numRows];
    for (int i = 0; i < matrix.numRows; i++) {
      for (int k = 0; k < matrix.numCols; k++) {
        columns[k][i] = matrix.get(i, k);
      }
    }
    return columns;
  }
}
