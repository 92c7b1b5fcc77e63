package org.liegg.blas;

/**
 * {@code C ← α·op(A)·op(B) + β·C} in Java, on views of the heap. With B as it is, rows of B are
 * added to rows of C, four at a time; with Bᵀ, rows of A meet rows of B in inner products.
 */
final class HeapProduct {

  /** Columns of a piece whose rows stay in the cache while they are added up. */
  private static final int TILE = 1024;

  private HeapProduct() {}

  static void multiply(
      double alpha, boolean transposeA, View a, boolean transposeB, View b, double beta, View c) {
    if (transposeB) {
      if (transposeA) {
        throw new IllegalArgumentException("AᵀBᵀ: transpose the product of B and A instead");
      }
      inner(alpha, a, b, beta, c);
      return;
    }
    double[] target = values(c);
    for (int from = 0; from < c.columns(); from += TILE) {
      int width = Math.min(TILE, c.columns() - from);
      for (int i = 0; i < c.rows(); i++) {
        int at = at(c, i) + from;
        for (int j = at; beta != 1 && j < at + width; j++) {
          target[j] = beta == 0 ? 0 : beta * target[j];
        }
        addRows(alpha, transposeA, a, i, b.columns(from, width), target, at);
      }
    }
  }

  /** Adds {@code α Σ_l op(A)[i, l] · B[l, ·]} to a row of C. */
  private static void addRows(
      double alpha, boolean transposeA, View a, int i, View b, double[] target, int at) {
    double[] left = values(a);
    double[] right = values(b);
    int step = transposeA ? a.stride() : 1;
    int first = transposeA ? at(a, 0) + i : at(a, i);
    int width = b.columns();
    int l = 0;
    for (; l + 4 <= b.rows(); l += 4) {
      double x0 = alpha * left[first + l * step];
      double x1 = alpha * left[first + (l + 1) * step];
      double x2 = alpha * left[first + (l + 2) * step];
      double x3 = alpha * left[first + (l + 3) * step];
      int b0 = at(b, l);
      int b1 = at(b, l + 1);
      int b2 = at(b, l + 2);
      int b3 = at(b, l + 3);
      for (int j = 0; j < width; j++) {
        target[at + j] +=
            x0 * right[b0 + j] + x1 * right[b1 + j] + x2 * right[b2 + j] + x3 * right[b3 + j];
      }
    }
    for (; l < b.rows(); l++) {
      double x = alpha * left[first + l * step];
      int from = at(b, l);
      for (int j = 0; j < width; j++) {
        target[at + j] += x * right[from + j];
      }
    }
  }

  private static void inner(double alpha, View a, View b, double beta, View c) {
    double[] target = values(c);
    for (int i = 0; i < c.rows(); i++) {
      for (int j = 0; j < c.columns(); j++) {
        double sum = Vectors.dot(values(a), at(a, i), values(b), at(b, j), a.columns());
        int at = at(c, i) + j;
        target[at] = alpha * sum + (beta == 0 ? 0 : beta * target[at]);
      }
    }
  }

  private static double[] values(View view) {
    return ((HeapStore) view.store()).values();
  }

  private static int at(View view, int row) {
    return (int) view.from() + row * view.stride();
  }
}
