package org.liegg.linalg.sums;

import org.liegg.blas.DenseKernel;
import org.liegg.blas.Kernels;
import org.liegg.blas.Scale;
import org.liegg.blas.TriangularWorkspace;
import org.liegg.linalg.state.StateReader;
import org.liegg.linalg.state.StateWriter;

/**
 * The triangular factor of streamed rows. Rows gather in a block of fixed size; a full block is
 * folded into R, {@code R ← qr([R; block]).R}. R is kept as {@code R · 2^e}, where e is 0 for rows
 * of ordinary size and follows the largest entry otherwise. Memory is a few {@code m × m} matrices,
 * whatever the number of rows.
 *
 * <p>"Tall-skinny QR": Demmel, Grigori, Hoemmen and Langou, SIAM J. Sci. Comput. 34 (2012), A206.
 */
public final class QrSum implements AutoCloseable {

  /** Below this height, factoring R anew with every block costs more than the block does. */
  private static final int FEWEST_ROWS = 1536;

  /** Entries between 2^-this and 2^this are kept as they are. */
  private static final int SAFE = 256;

  private final int columns;
  private final Kernels kernels;
  private final int blockRows;
  private double[] block = new double[0];
  private int filled;
  private boolean nonZero;
  private int exponent;
  private DenseKernel kernel;
  private TriangularWorkspace workspace;

  public QrSum(int columns, Kernels kernels) {
    this.columns = columns;
    this.kernels = kernels;
    blockRows = blockRows(columns);
    kernel = kernels.java();
    workspace = kernel.triangular(new double[columns * columns], columns);
  }

  /** Numbers that are held at most at once: the block, the block under R, and R. */
  public static double footprint(int columns) {
    return (2.0 * blockRows(columns) + 3.0 * columns) * columns;
  }

  private static int blockRows(int columns) {
    return Math.max(FEWEST_ROWS, 2 * columns);
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

  /** Takes over the rows of the other, which holds nothing afterwards. */
  public void merge(QrSum other) {
    flush();
    other.flush();
    if (other.nonZero) {
      raiseTo(other.exponent);
      double[] theirs = other.workspace.upper();
      Scale.by(theirs, theirs.length, other.exponent - exponent);
      fold(theirs, columns);
    }
    other.close();
  }

  /** The factor of all rows so far; nothing may be added afterwards. */
  public TriangularFactor finish() {
    flush();
    double[] upper = workspace.upper();
    close();
    int size = Scale.exponent(Scale.largest(upper, upper.length));
    Scale.by(upper, upper.length, -size);
    return new TriangularFactor(columns, upper, exponent + size);
  }

  public void write(StateWriter out) {
    out.writeInt(columns).writeInt(exponent).writeInt(nonZero ? 1 : 0);
    out.writeDoubles(block, filled * columns);
    double[] upper = workspace.upper();
    out.writeDoubles(upper, upper.length);
  }

  public static QrSum read(StateReader in, Kernels kernels, int columns) {
    in.require(in.readSize() == columns);
    in.require((double) columns * columns * Double.BYTES <= in.remaining());
    QrSum sum = new QrSum(columns, kernels);
    sum.exponent = in.readInt();
    sum.nonZero = in.readInt() != 0;
    double[] rows = in.readDoubles();
    double[] upper = in.readDoubles();
    in.require(
        upper.length == columns * columns
            && (columns == 0 ? rows.length == 0 : rows.length % columns == 0)
            && rows.length < Math.max(1, sum.blockRows * columns));
    sum.replace(sum.kernel, upper);
    sum.add(rows, columns == 0 ? 0 : rows.length / columns);
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
      Scale.by(block, length, -exponent);
      fold(block, filled);
    }
    filled = 0;
  }

  private void fold(double[] rows, int count) {
    nonZero = true;
    DenseKernel best = kernels.forWork(2.0 * count * columns * columns);
    if (best != kernel) {
      replace(best, workspace.upper());
    }
    workspace.add(rows, count);
  }

  /** Goes over to a larger exponent; of no rows yet, to any. */
  private void raiseTo(int wanted) {
    if (nonZero) {
      if (wanted <= exponent) {
        return;
      }
      double[] upper = workspace.upper();
      Scale.by(upper, upper.length, exponent - wanted);
      replace(kernel, upper);
    }
    exponent = wanted;
  }

  private void replace(DenseKernel by, double[] upper) {
    workspace.close();
    kernel = by;
    workspace = by.triangular(upper, columns);
  }

  @Override
  public void close() {
    workspace.close();
    block = new double[0];
    filled = 0;
    nonZero = false;
  }
}
