package org.liegg.linalg.lobpcg;

import java.util.Arrays;
import org.liegg.api.FieldBasis;

/** Between coefficients h and the matrix of their field, {@code H = Σ_a h_a A_a}. */
final class FieldMap {
  private final FieldBasis basis;
  private final int size;

  FieldMap(FieldBasis basis) {
    this.basis = basis;
    this.size = Math.multiplyExact(basis.components(), basis.features());
  }

  FieldBasis basis() {
    return basis;
  }

  /** Entries of a matrix, d · p. */
  int size() {
    return size;
  }

  /**
   * Whether every entry of a {@code d × p} matrix is the only entry of exactly one field, as for
   * gl(n), aff(n) and all polynomial fields: coefficients and matrices are then the same but for
   * order and scale, and the metric of the defect is a Kronecker product.
   */
  boolean complete() {
    if (basis.fields() != size || basis.values().length != size) {
      return false;
    }
    boolean[] seen = new boolean[size];
    for (int a = 0; a < size; a++) {
      if (basis.offsets()[a] != a || basis.values()[a] == 0 || seen[position(a)]) {
        return false;
      }
      seen[position(a)] = true;
    }
    return true;
  }

  /** Where an entry of the basis lies in the matrix. */
  int position(int entry) {
    return basis.component()[entry] * basis.features() + basis.feature()[entry];
  }

  /** {@code H ← Σ_a h_a A_a} for each row of coefficients. */
  void toMatrices(double[] coefficients, int count, double[] matrices) {
    Arrays.fill(matrices, 0, count * size, 0);
    int m = basis.fields();
    for (int v = 0; v < count; v++) {
      for (int a = 0; a < m; a++) {
        for (int e = basis.offsets()[a]; e < basis.offsets()[a + 1]; e++) {
          matrices[v * size + position(e)] += basis.values()[e] * coefficients[v * m + a];
        }
      }
    }
  }

  /** {@code g_a ← tr(A_aᵀ G)}, the transpose of {@link #toMatrices}. */
  void toCoefficients(double[] matrices, int count, double[] coefficients) {
    int m = basis.fields();
    for (int v = 0; v < count; v++) {
      for (int a = 0; a < m; a++) {
        double sum = 0;
        for (int e = basis.offsets()[a]; e < basis.offsets()[a + 1]; e++) {
          sum += basis.values()[e] * matrices[v * size + position(e)];
        }
        coefficients[v * m + a] = sum;
      }
    }
  }

  /** The coefficients of given matrices, for a complete basis: the inverse of toMatrices. */
  void coefficientsOf(double[] matrices, int count, double[] coefficients) {
    for (int v = 0; v < count; v++) {
      for (int a = 0; a < size; a++) {
        coefficients[v * size + a] = matrices[v * size + position(a)] / basis.values()[a];
      }
    }
  }

  /** {@code G[position of a] ← g_a / value of a}: the inverse of toCoefficients, if complete. */
  void matrixOf(double[] coefficients, int from, double[] matrix) {
    for (int a = 0; a < size; a++) {
      matrix[position(a)] = coefficients[from + a] / basis.values()[a];
    }
  }
}
