package org.liegg.linalg.sums;

import org.liegg.blas.DenseKernel;
import org.liegg.blas.Kernels;
import org.liegg.blas.Symmetric;
import org.liegg.linalg.state.StateReader;
import org.liegg.linalg.state.StateWriter;

/** Σ XᵀX over streamed rows, kept as {@code G · 2^(2e)}. */
public final class GramSum extends RowSum {
  private static final Kind KIND = new Kind(DenseKernel::gram, 2, 1);
  private static final int BLOCK_ENTRIES = 1 << 17;
  private static final int MIN_ROWS = 256;
  private static final int MAX_ROWS = 4096;

  public GramSum(int columns, Kernels kernels) {
    super(KIND, columns, blockRows(columns), kernels);
  }

  private static int blockRows(int columns) {
    return Math.min(MAX_ROWS, Math.max(MIN_ROWS, BLOCK_ENTRIES / Math.max(1, columns)));
  }

  /** Numbers that a sum of this width holds at most at once, its result included. */
  public static double footprint(int columns) {
    return 2.0 * columns * columns + (double) MIN_ROWS * columns + BLOCK_ENTRIES;
  }

  /** Takes over the sum of the other, which holds nothing afterwards. */
  public void merge(GramSum other) {
    mergeRows(other);
  }

  @Override
  void join(double[] theirs) {
    double[] ours = upper();
    for (int i = 0; i < ours.length; i++) {
      ours[i] += theirs[i];
    }
    replace(ours);
  }

  /** The sum so far; nothing may be added afterwards. */
  public Symmetric finish() {
    return Symmetric.ofUpper(finished(), columns(), 2 * exponent());
  }

  public void write(StateWriter out) {
    writeHead(out);
    out.writeInt(filled());
    writeRows(out);
    writeUpper(out);
  }

  public static GramSum read(StateReader in, Kernels kernels, int columns) {
    requireWidth(in, columns);
    GramSum sum = new GramSum(columns, kernels);
    sum.readScale(in);
    int filled = in.readSize();
    double[] rows = in.readDoubles();
    double[] upper = in.readDoubles();
    in.require(
        filled < sum.blockRows()
            && rows.length == filled * columns
            && upper.length == columns * columns);
    sum.replace(upper);
    sum.add(rows, filled);
    return sum;
  }
}
