package org.liegg.blas;

/** On the heap; four rows at a time keep the sums in registers longer. */
record JavaPairs(KroneckerLayout layout, double[] sum, int leftWidth, int rightWidth)
    implements PairWorkspace {

  @Override
  public void add(double[] left, double[] right, int rows) {
    for (KroneckerLayout.Block block : layout.blocks()) {
      int row = 0;
      for (; row + 4 <= rows; row += 4) {
        addFour(block, left, right, row);
      }
      for (; row < rows; row++) {
        addOne(block, left, right, row);
      }
    }
  }

  private void addFour(KroneckerLayout.Block block, double[] left, double[] right, int row) {
    int first = row * rightWidth + block.rightFrom();
    int second = first + rightWidth;
    int third = second + rightWidth;
    int fourth = third + rightWidth;
    int at = (int) block.from();
    for (int i = 0; i < block.leftWidth(); i++, at += block.rightWidth()) {
      int x = row * leftWidth + block.leftFrom() + i;
      double x0 = left[x];
      double x1 = left[x + leftWidth];
      double x2 = left[x + 2 * leftWidth];
      double x3 = left[x + 3 * leftWidth];
      for (int j = 0; j < block.rightWidth(); j++) {
        sum[at + j] +=
            x0 * right[first + j]
                + x1 * right[second + j]
                + x2 * right[third + j]
                + x3 * right[fourth + j];
      }
    }
  }

  private void addOne(KroneckerLayout.Block block, double[] left, double[] right, int row) {
    int first = row * rightWidth + block.rightFrom();
    int at = (int) block.from();
    for (int i = 0; i < block.leftWidth(); i++, at += block.rightWidth()) {
      double x = left[row * leftWidth + block.leftFrom() + i];
      for (int j = 0; j < block.rightWidth(); j++) {
        sum[at + j] += x * right[first + j];
      }
    }
  }

  @Override
  public double[] sum() {
    return sum.clone();
  }

  @Override
  public void close() {
    // On the heap: nothing to release.
  }
}
