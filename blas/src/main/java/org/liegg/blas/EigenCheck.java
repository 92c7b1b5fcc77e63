package org.liegg.blas;

/**
 * A check of a symmetric eigen-decomposition that costs little beside it: the trace, and for some
 * of the vectors (all of them where that is cheap) the residual ‖G v − λ v‖ and the inner products
 * with every other vector.
 */
public final class EigenCheck {

  /** A working solver is three to four digits better. */
  public static final double TOLERANCE = 1e-10;

  /** Multiplications that the check may spend. */
  private static final double BUDGET = 4e6;

  private static final int AT_LEAST = 8;

  private EigenCheck() {}

  /**
   * Whether these are the eigenvalues and eigenvectors of G, as far as a few products tell.
   *
   * @param symmetric G, both triangles
   */
  public static boolean holds(double[] symmetric, SymmetricEigen eigen) {
    int n = eigen.order();
    double scale = norm(symmetric);
    double trace = 0;
    for (int i = 0; i < n; i++) {
      trace += symmetric[i * n + i] - eigen.values()[i];
      if (i > 0 && !(eigen.values()[i] <= eigen.values()[i - 1])) {
        return false;
      }
    }
    if (!(Math.abs(trace) <= TOLERANCE * scale * Math.sqrt(Math.max(1, n)))) {
      return false;
    }
    int count = eigen.count();
    int sample = (int) Math.min(count, Math.max(AT_LEAST, BUDGET / (2.0 * n * n)));
    for (int s = 0; s < sample; s++) {
      // Spread over the vectors, both ends included.
      int i = sample == 1 ? 0 : (int) ((long) s * (count - 1) / (sample - 1));
      if (!vectorHolds(symmetric, eigen, i, scale)) {
        return false;
      }
    }
    return true;
  }

  private static boolean vectorHolds(
      double[] symmetric, SymmetricEigen eigen, int which, double scale) {
    int n = eigen.order();
    double[] vectors = eigen.vectors();
    double value = eigen.values()[n - eigen.count() + which];
    double residual = 0;
    for (int row = 0; row < n; row++) {
      double image = Vectors.dot(symmetric, row * n, vectors, which * n, n);
      double difference = image - value * vectors[which * n + row];
      residual += difference * difference;
    }
    for (int other = 0; other < eigen.count(); other++) {
      double inner = Vectors.dot(vectors, other * n, vectors, which * n, n);
      if (!(Math.abs(inner - (other == which ? 1 : 0)) <= TOLERANCE)) {
        return false;
      }
    }
    return Math.sqrt(residual) <= TOLERANCE * scale;
  }

  private static double norm(double[] values) {
    return Math.sqrt(Vectors.dot(values, 0, values, 0, values.length));
  }
}
