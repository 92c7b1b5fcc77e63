package org.liegg.core.integrals;

import org.liegg.api.Batch;

/** Batches beside each other. */
final class Rows {

  private Rows() {}

  /** The columns of both, of as many samples. */
  static Batch beside(Batch left, Batch right) {
    int width = left.columns() + right.columns();
    double[] values = new double[Math.multiplyExact(left.rows(), width)];
    for (int n = 0; n < left.rows(); n++) {
      System.arraycopy(left.values(), n * left.columns(), values, n * width, left.columns());
      System.arraycopy(
          right.values(), n * right.columns(), values, n * width + left.columns(), right.columns());
    }
    return new Batch(left.rows(), width, values);
  }
}
