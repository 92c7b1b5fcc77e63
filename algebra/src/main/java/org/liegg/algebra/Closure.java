package org.liegg.algebra;

import org.ejml.data.DMatrixRMaj;

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
    return of(elements.brackets(Products.transposed(basis)), basis);
  }

  /**
   * @param brackets of every two columns of the basis, i &lt; j in lexicographic order, a row a
   *     pair; takes what they have outside
   * @param basis orthonormal columns
   */
  static Closure of(DMatrixRMaj brackets, DMatrixRMaj basis) {
    int g = basis.numCols;
    DMatrixRMaj parts = Dense.multiply(brackets, basis);
    Products.add(-1, parts, Products.transposed(basis), brackets);
    double[] squares = Dense.eigen(squares(brackets, g)).values();
    double largest = g == 0 ? 0 : Math.max(0, squares[g - 1]);
    double[] constants = new double[g * g * g];
    int at = 0;
    for (int i = 0; i < g; i++) {
      for (int j = i + 1; j < g; j++) {
        for (int k = 0; k < g; k++, at++) {
          constants[(i * g + j) * g + k] = parts.data[at];
          constants[(j * g + i) * g + k] = -parts.data[at];
        }
      }
    }
    return new Closure(Math.sqrt(largest), new StructureConstants(g, constants));
  }

  /** Row i, column k: {@code Σ_j ⟨rest of [e_i, e_j], rest of [e_k, e_j]⟩}. */
  private static DMatrixRMaj squares(DMatrixRMaj rests, int g) {
    DMatrixRMaj sum = new DMatrixRMaj(g, g);
    DMatrixRMaj entry = new DMatrixRMaj(g, g);
    for (int s = 0; s < rests.numCols; s++) {
      int at = s;
      for (int i = 0; i < g; i++) {
        for (int j = i + 1; j < g; j++, at += rests.numCols) {
          entry.data[i * g + j] = rests.data[at];
          entry.data[j * g + i] = -rests.data[at];
        }
      }
      // Antisymmetric: its transpose is its negative.
      Products.add(-1, entry, entry, sum);
    }
    return sum;
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
