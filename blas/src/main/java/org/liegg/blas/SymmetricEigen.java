package org.liegg.blas;

/**
 * G = Σ λ_i v_i v_iᵀ.
 *
 * @param order n
 * @param values λ, descending, n of them
 * @param vectors a row a vector, in the order of the values, orthonormal, {@code n × n}; those of
 *     the last values alone where no others were asked for
 */
public record SymmetricEigen(int order, double[] values, double[] vectors) {

  /** How many vectors there are: those of so many of the last values. */
  public int count() {
    return order == 0 ? 0 : vectors.length / order;
  }

  /** Of the zero matrix: the coordinates themselves. */
  public static SymmetricEigen ofZero(int order) {
    double[] vectors = new double[order * order];
    for (int i = 0; i < order; i++) {
      vectors[i * order + i] = 1;
    }
    return new SymmetricEigen(order, new double[order], vectors);
  }

  /** The same from ascending values, in place; vectors are those of the first of them. */
  static SymmetricEigen fromAscending(double[] values, double[] vectors) {
    int n = values.length;
    for (int i = 0, j = n - 1; i < j; i++, j--) {
      double value = values[i];
      values[i] = values[j];
      values[j] = value;
    }
    double[] row = new double[n];
    int count = n == 0 ? 0 : vectors.length / n;
    for (int i = 0, j = count - 1; i < j; i++, j--) {
      System.arraycopy(vectors, i * n, row, 0, n);
      System.arraycopy(vectors, j * n, vectors, i * n, n);
      System.arraycopy(row, 0, vectors, j * n, n);
    }
    return new SymmetricEigen(n, values, vectors);
  }
}
