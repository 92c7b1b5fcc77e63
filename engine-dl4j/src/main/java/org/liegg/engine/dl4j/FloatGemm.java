package org.liegg.engine.dl4j;

/**
 * Products of float matrices; the one place to put a faster library.
 *
 * <p>The shape of the code is what the just-in-time compiler (C2 of Java 17) turns into vector
 * instructions: the innermost loop runs over whole arrays from 0. The same loop over parts of one
 * large array, at offsets, stays scalar and is four times slower; hence B as an array a row, and a
 * row of C summed in an array of its own.
 */
final class FloatGemm {

  private FloatGemm() {}

  /**
   * C = A B + 1 cᵀ. Every row of C is summed in the same order however many rows there are, so that
   * results do not depend on batching.
   *
   * @param a A, {@code rows × inner}, row-major
   * @param b B, {@code inner} rows of {@code columns} values
   * @param offset c, {@code columns} values, where every row of C starts
   * @param c C, {@code rows × columns}, row-major, overwritten
   */
  static void multiply(float[] a, int rows, float[][] b, float[] offset, float[] c) {
    int columns = offset.length;
    float[] sum = new float[columns];
    for (int row = 0; row < rows; row++) {
      System.arraycopy(offset, 0, sum, 0, columns);
      addRow(a, row * b.length, b, sum);
      System.arraycopy(sum, 0, c, row * columns, columns);
    }
  }

  /** Four rows of B at a time: the sum is loaded and stored a quarter as often. */
  private static void addRow(float[] a, int from, float[][] b, float[] sum) {
    int k = 0;
    for (; k + 3 < b.length; k += 4) {
      float a0 = a[from + k];
      float a1 = a[from + k + 1];
      float a2 = a[from + k + 2];
      float a3 = a[from + k + 3];
      // Rectified values and the unit rows that gradients start from are mostly zeros.
      if (a0 != 0 || a1 != 0 || a2 != 0 || a3 != 0) {
        add(a0, b[k], a1, b[k + 1], a2, b[k + 2], a3, b[k + 3], sum);
      }
    }
    for (; k < b.length; k++) {
      if (a[from + k] != 0) {
        add(a[from + k], b[k], sum);
      }
    }
  }

  private static void add(
      float a0,
      float[] b0,
      float a1,
      float[] b1,
      float a2,
      float[] b2,
      float a3,
      float[] b3,
      float[] sum) {
    for (int j = 0; j < sum.length; j++) {
      sum[j] += a0 * b0[j] + a1 * b1[j] + a2 * b2[j] + a3 * b3[j];
    }
  }

  private static void add(float a, float[] b, float[] sum) {
    for (int j = 0; j < sum.length; j++) {
      sum[j] += a * b[j];
    }
  }
}
