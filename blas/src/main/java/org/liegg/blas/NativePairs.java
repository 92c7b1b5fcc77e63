package org.liegg.blas;

import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.openblas.global.openblas;

/** Sum and factors outside the heap, a dgemm for every block of the layout. */
final class NativePairs implements PairWorkspace {
  private final KroneckerLayout layout;
  private final int leftWidth;
  private final int rightWidth;
  private final int size;
  private final DoublePointer sum;
  private DoublePointer left = new DoublePointer();
  private DoublePointer right = new DoublePointer();

  NativePairs(double[] sum, KroneckerLayout layout) {
    this.layout = layout;
    this.leftWidth = layout.leftWidth();
    this.rightWidth = layout.rightWidth();
    this.size = sum.length;
    this.sum = new DoublePointer(sum);
  }

  @Override
  public void add(double[] u, double[] v, int rows) {
    if (rows == 0) {
      return;
    }
    left = filled(left, u, rows * leftWidth);
    right = filled(right, v, rows * rightWidth);
    for (KroneckerLayout.Block block : layout.blocks()) {
      multiply(block, rows);
    }
  }

  private void multiply(KroneckerLayout.Block block, int rows) {
    // Views of the same memory, which is not theirs to release.
    DoublePointer u = left.getPointer(block.leftFrom());
    DoublePointer v = right.getPointer(block.rightFrom());
    DoublePointer t = sum.getPointer((long) block.from());
    BlasThreads.run(
        () ->
            openblas.cblas_dgemm(
                openblas.CblasRowMajor,
                openblas.CblasTrans,
                openblas.CblasNoTrans,
                block.leftWidth(),
                block.rightWidth(),
                rows,
                1,
                u,
                leftWidth,
                v,
                rightWidth,
                1,
                t,
                block.rightWidth()));
  }

  private static DoublePointer filled(DoublePointer to, double[] values, int length) {
    DoublePointer target = to;
    if (to.capacity() < length) {
      to.close();
      target = new DoublePointer((long) length);
    }
    target.put(values, 0, length);
    return target;
  }

  @Override
  public double[] sum() {
    double[] values = new double[size];
    sum.get(values);
    return values;
  }

  @Override
  public void close() {
    sum.close();
    left.close();
    right.close();
  }
}
