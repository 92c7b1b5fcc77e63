package org.liegg.blas.affine;

/**
 * Sums of some of a matrix's rows, in single precision and in Java: rows are added four at a time,
 * in loops that become vector instructions.
 */
public final class FloatRowSums {

  private FloatRowSums() {}

  /**
   * Adds {@code Σ factorₖ bₖ} over some rows of a matrix.
   *
   * @param factors {@code b.inner()} values from {@code at} on
   * @param used numbers of the rows, from place {@code begin} to {@code end}, exclusive
   * @param b the matrix
   * @param sum {@code b.columns()} values or more
   */
  public static void add(
      float[] factors, int at, int[] used, int begin, int end, FloatMatrix b, float[] sum) {
    float[][] rows = b.rows();
    int columns = b.columns();
    int k = begin;
    for (; k + 3 < end; k += 4) {
      int k0 = used[k];
      int k1 = used[k + 1];
      int k2 = used[k + 2];
      int k3 = used[k + 3];
      JavaFloatProducts.add(
          factors[at + k0],
          rows[k0],
          factors[at + k1],
          rows[k1],
          factors[at + k2],
          rows[k2],
          factors[at + k3],
          rows[k3],
          sum,
          columns);
    }
    for (; k < end; k++) {
      JavaFloatProducts.add(factors[at + used[k]], rows[used[k]], sum, columns);
    }
  }
}
