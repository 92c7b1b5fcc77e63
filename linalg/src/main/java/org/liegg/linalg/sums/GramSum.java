package org.liegg.linalg.sums;

import org.liegg.blas.DenseKernel;
import org.liegg.blas.GramWorkspace;
import org.liegg.blas.Kernels;
import org.liegg.blas.Scale;
import org.liegg.blas.Symmetric;
import org.liegg.linalg.state.StateReader;
import org.liegg.linalg.state.StateWriter;

/**
 * Σ XᵀX over streamed rows. Rows gather in a block of fixed size first: the kernel works at its
 * best rate, and by one kernel the sum is the same to the last bit however the rows were dealt out.
 * The sum is kept as {@code G · 2^(2e)}, where e is 0 for rows of ordinary size and follows the
 * largest entry otherwise, so that no square over- or underflows.
 */
public final class GramSum implements AutoCloseable {

  private static final int BLOCK_ENTRIES = 1 << 17;
  private static final int FEWEST_ROWS = 256;
  private static final int MOST_ROWS = 4096;

  /** Entries between 2^-this and 2^this have squares whose sums are safe as they are. */
  private static final int SAFE = 256;

  private final int columns;
  private final Kernels kernels;
  private final int blockRows;
  private double[] block = new double[0];
  private int filled;
  private boolean nonZero;
  private int exponent;
  private DenseKernel kernel;
  private GramWorkspace workspace;

  public GramSum(int columns, Kernels kernels) {
    this.columns = columns;
    this.kernels = kernels;
    blockRows = Math.min(MOST_ROWS, Math.max(FEWEST_ROWS, BLOCK_ENTRIES / Math.max(1, columns)));
    kernel = kernels.java();
    workspace = kernel.gram(new double[columns * columns], columns);
  }

  /** Numbers that a sum of this width holds at most at once, its result included. */
  public static double footprint(int columns) {
    return 2.0 * columns * columns + (double) FEWEST_ROWS * columns + BLOCK_ENTRIES;
  }

  /**
   * Takes rows.
   *
   * @param values rows of this width, all finite
   */
  public void add(double[] values, int rows) {
    if (columns == 0) {
      return;
    }
    if (block.length == 0) {
      block = new double[blockRows * columns];
    }
    for (int row = 0; row < rows; ) {
      int taken = Math.min(rows - row, blockRows - filled);
      System.arraycopy(values, row * columns, block, filled * columns, taken * columns);
      filled += taken;
      row += taken;
      if (filled == blockRows) {
        flush();
      }
    }
  }

  /** Takes over the sum of the other, which holds nothing afterwards. */
  public void merge(GramSum other) {
    flush();
    other.flush();
    if (other.nonZero) {
      double[] theirs = other.workspace.upper();
      raiseTo(other.exponent);
      nonZero = true;
      Scale.by(theirs, theirs.length, 2 * (other.exponent - exponent));
      double[] ours = workspace.upper();
      for (int i = 0; i < ours.length; i++) {
        ours[i] += theirs[i];
      }
      replace(kernel, ours);
    }
    other.close();
  }

  /** The sum so far; nothing may be added afterwards. */
  public Symmetric finish() {
    flush();
    double[] upper = workspace.upper();
    close();
    return Symmetric.ofUpper(upper, columns, 2 * exponent);
  }

  public void write(StateWriter out) {
    out.writeInt(columns).writeInt(exponent).writeInt(nonZero ? 1 : 0).writeInt(filled);
    out.writeDoubles(block, filled * columns);
    double[] upper = workspace.upper();
    out.writeDoubles(upper, upper.length);
  }

  public static GramSum read(StateReader in, Kernels kernels, int columns) {
    in.require(in.readSize() == columns);
    in.require((double) columns * columns * Double.BYTES <= in.remaining());
    GramSum sum = new GramSum(columns, kernels);
    sum.exponent = in.readInt();
    sum.nonZero = in.readInt() != 0;
    int filled = in.readSize();
    double[] rows = in.readDoubles();
    double[] upper = in.readDoubles();
    in.require(
        filled < sum.blockRows
            && rows.length == filled * columns
            && upper.length == columns * columns);
    sum.add(rows, filled);
    sum.replace(sum.kernel, upper);
    return sum;
  }

  private void flush() {
    if (filled == 0) {
      return;
    }
    int length = filled * columns;
    double largest = Scale.largest(block, length);
    if (largest > 0) {
      int size = Scale.exponent(largest);
      if (!nonZero || size > exponent + SAFE) {
        raiseTo(Math.abs(size) <= SAFE ? 0 : size);
      }
      nonZero = true;
      Scale.by(block, length, -exponent);
      DenseKernel best = kernels.forWork((double) length * columns);
      if (best != kernel) {
        replace(best, workspace.upper());
      }
      workspace.add(block, filled);
    }
    filled = 0;
  }

  /** Goes over to a larger exponent; of a sum that is still zero, to any. */
  private void raiseTo(int wanted) {
    if (nonZero) {
      if (wanted <= exponent) {
        return;
      }
      double[] upper = workspace.upper();
      Scale.by(upper, upper.length, 2 * (exponent - wanted));
      replace(kernel, upper);
    }
    exponent = wanted;
  }

  private void replace(DenseKernel by, double[] upper) {
    workspace.close();
    kernel = by;
    workspace = by.gram(upper, columns);
  }

  @Override
  public void close() {
    workspace.close();
    block = new double[0];
    filled = 0;
    nonZero = false;
  }
}
