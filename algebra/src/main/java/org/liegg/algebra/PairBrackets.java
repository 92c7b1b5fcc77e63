package org.liegg.algebra;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;

/**
 * The brackets of every two of g matrices, {@code i < j} in lexicographic order, their derivative
 * when the matrices move, and its adjoint. With the matrices side by side, {@code e_i δ_j} for all
 * j is one product, where a product a pair would be hundreds of small ones. Matrices are rows of n²
 * entries. Places that are large are taken once: the machine gives new ones slowly.
 */
final class PairBrackets {
  private final int order;
  private final int g;
  private final DMatrixRMaj e;

  /** [e_1 … e_g] above a place for [δ_1 … δ_g]; and both with every matrix transposed. */
  private final DMatrixRMaj beside;

  private final DMatrixRMaj besideTransposed;
  private final DMatrixRMaj left;
  private final DMatrixRMaj right;

  /**
   * @param order n
   * @param e g × n²: a row a matrix, row-major
   */
  PairBrackets(int order, DMatrixRMaj e) {
    this.order = order;
    this.g = e.numRows;
    this.e = e;
    this.beside = new DMatrixRMaj(2 * order, g * order);
    this.besideTransposed = new DMatrixRMaj(2 * order, g * order);
    this.left = new DMatrixRMaj(order, g * order);
    this.right = new DMatrixRMaj(order, g * order);
    place(e, 0);
  }

  static int pairs(int g) {
    return g * (g - 1) / 2;
  }

  /** {@code [e_i, e_j]}, a row a pair. */
  DMatrixRMaj all() {
    // The derivative along ½e: brackets are bilinear.
    DMatrixRMaj half = e.copy();
    for (int s = 0; s < half.data.length; s++) {
      half.data[s] /= 2;
    }
    DMatrixRMaj brackets = new DMatrixRMaj(pairs(g), order * order);
    moved(half, brackets);
    return brackets;
  }

  /**
   * {@code [δ_i, e_j] + [e_i, δ_j]}.
   *
   * @param delta a row a matrix
   * @param brackets takes a row a pair
   */
  void moved(DMatrixRMaj delta, DMatrixRMaj brackets) {
    int n = order;
    place(delta, n);
    DMatrixRMaj both = new DMatrixRMaj(n, 2 * n);
    DMatrixRMaj transposed = new DMatrixRMaj(n, 2 * n);
    int at = 0;
    for (int i = 0; i < g; i++) {
      for (int a = 0; a < n; a++) {
        for (int b = 0; b < n; b++) {
          double moving = delta.data[i * n * n + a * n + b];
          double still = e.data[i * n * n + a * n + b];
          both.data[a * 2 * n + b] = moving;
          both.data[a * 2 * n + n + b] = still;
          transposed.data[b * 2 * n + a] = moving;
          transposed.data[b * 2 * n + n + a] = still;
        }
      }
      // Blocks j > i of δ_i e_j + e_i δ_j, and of the transpose of e_j δ_i + δ_j e_i.
      Arrays.fill(left.data, 0);
      Arrays.fill(right.data, 0);
      Products.add(1, both, beside, left, (i + 1) * n);
      Products.add(1, transposed, besideTransposed, right, (i + 1) * n);
      for (int j = i + 1; j < g; j++) {
        for (int a = 0; a < n; a++) {
          for (int b = 0; b < n; b++, at++) {
            brackets.data[at] =
                left.data[a * g * n + j * n + b] - right.data[b * g * n + j * n + a];
          }
        }
      }
    }
  }

  /**
   * The adjoint of {@link #moved}: {@code Σ_j R_ij e_jᵀ − e_jᵀ R_ij} with R_ji = −R_ij.
   *
   * @param rest a row a pair
   * @return a row a matrix
   */
  DMatrixRMaj adjoint(DMatrixRMaj rest) {
    int n = order;
    int side = g * n;
    DMatrixRMaj plain = new DMatrixRMaj(n, side);
    DMatrixRMaj turned = new DMatrixRMaj(n, side);
    DMatrixRMaj ej = new DMatrixRMaj(n, n);
    Arrays.fill(left.data, 0);
    Arrays.fill(right.data, 0);
    for (int j = 0; j < g; j++) {
      for (int i = 0; i < g; i++) {
        int from = i == j ? 0 : pair(Math.min(i, j), Math.max(i, j)) * n * n;
        double sign = Integer.compare(j, i);
        for (int a = 0; a < n; a++) {
          for (int b = 0; b < n; b++, from++) {
            plain.data[a * side + i * n + b] = sign * rest.data[from];
            turned.data[b * side + i * n + a] = sign * rest.data[from];
          }
        }
      }
      System.arraycopy(e.data, j * n * n, ej.data, 0, n * n);
      // Block i of left: −e_jᵀ R_ij; of right: the transpose of R_ij e_jᵀ.
      Products.add(1, ej, turned, right);
      Products.add(-1, Products.transposed(ej), plain, left);
    }
    DMatrixRMaj sums = new DMatrixRMaj(g, n * n);
    int at = 0;
    for (int i = 0; i < g; i++) {
      for (int a = 0; a < n; a++) {
        for (int b = 0; b < n; b++, at++) {
          sums.data[at] = left.data[a * side + i * n + b] + right.data[b * side + i * n + a];
        }
      }
    }
    return sums;
  }

  private int pair(int i, int j) {
    return i * (2 * g - i - 1) / 2 + j - i - 1;
  }

  private void place(DMatrixRMaj matrices, int from) {
    int n = order;
    int at = 0;
    for (int i = 0; i < g; i++) {
      for (int a = 0; a < n; a++) {
        for (int b = 0; b < n; b++, at++) {
          beside.data[(from + a) * g * n + i * n + b] = matrices.data[at];
          besideTransposed.data[(from + b) * g * n + i * n + a] = matrices.data[at];
        }
      }
    }
  }
}
