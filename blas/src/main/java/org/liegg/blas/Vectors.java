package org.liegg.blas;

/** Small things that several classes do to vectors; no streams, which are slow at process start. */
public final class Vectors {

  private Vectors() {}

  /** The inner product of two stretches; four sums at a time, as one would wait for itself. */
  public static double dot(double[] a, int aFrom, double[] b, int bFrom, int length) {
    double sum0 = 0;
    double sum1 = 0;
    double sum2 = 0;
    double sum3 = 0;
    int i = 0;
    for (; i + 4 <= length; i += 4) {
      sum0 += a[aFrom + i] * b[bFrom + i];
      sum1 += a[aFrom + i + 1] * b[bFrom + i + 1];
      sum2 += a[aFrom + i + 2] * b[bFrom + i + 2];
      sum3 += a[aFrom + i + 3] * b[bFrom + i + 3];
    }
    for (; i < length; i++) {
      sum0 += a[aFrom + i] * b[bFrom + i];
    }
    return (sum0 + sum1) + (sum2 + sum3);
  }

  /** The positions of the values in descending order; equal ones stay in their order. */
  public static int[] descending(double[] values) {
    int[] order = new int[values.length];
    for (int next = 0; next < values.length; next++) {
      int at = next;
      while (at > 0 && values[order[at - 1]] < values[next]) {
        order[at] = order[at - 1];
        at--;
      }
      order[at] = next;
    }
    return order;
  }
}
