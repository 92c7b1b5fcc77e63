package org.liegg.linalg.sums;

import org.liegg.blas.DenseKernel;
import org.liegg.blas.Kernels;
import org.liegg.blas.Scale;
import org.liegg.blas.UpperWorkspace;
import org.liegg.linalg.state.StateReader;
import org.liegg.linalg.state.StateWriter;

/**
 * Something upper triangular of streamed rows. Rows gather in a block of fixed size first: the
 * kernel works at its best rate, and by one kernel the result is the same to the last bit however
 * the rows were dealt out. It is kept times a power of {@code 2^e}, where e is 0 for rows of
 * ordinary size and follows the largest entry otherwise, so that nothing over- or underflows.
 */
abstract class RowSum implements AutoCloseable {

  /** Entries between 2^-this and 2^this are kept as they are. */
  private static final int SAFE = 256;

  private final Kind kind;
  private final int columns;
  private final Kernels kernels;
  private final int blockRows;
  private double[] block = new double[0];
  private int filled;
  private boolean nonZero;
  private int exponent;
  private DenseKernel kernel;
  private UpperWorkspace workspace;

  /**
   * What is made of the rows.
   *
   * @param opener continues with what there is so far
   * @param degree in the entries: rows times 2 are the result times 2 to this power
   * @param work operations a row, over columns²
   */
  record Kind(Opener opener, int degree, double work) {}

  /** Opens a workspace of a kernel on {@code columns × columns} numbers. */
  interface Opener {
    UpperWorkspace open(DenseKernel kernel, double[] upper, int columns);
  }

  RowSum(Kind kind, int columns, int blockRows, Kernels kernels) {
    this.kind = kind;
    this.columns = columns;
    this.blockRows = blockRows;
    this.kernels = kernels;
    kernel = kernels.java();
    workspace = kind.opener.open(kernel, new double[columns * columns], columns);
  }

  /** Width of the rows. */
  final int columns() {
    return columns;
  }

  /** Rows of a full block. */
  final int blockRows() {
    return blockRows;
  }

  /** Rows that wait in the block. */
  final int filled() {
    return filled;
  }

  /** e. */
  final int exponent() {
    return exponent;
  }

  /**
   * Takes rows.
   *
   * @param values rows of this width, all finite
   */
  public final void add(double[] values, int rows) {
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

  /** Takes over what the other holds, which holds nothing afterwards. */
  final void mergeRows(RowSum other) {
    flush();
    other.flush();
    if (other.nonZero) {
      raiseTo(other.exponent);
      nonZero = true;
      double[] theirs = other.workspace.upper();
      Scale.by(theirs, theirs.length, kind.degree * (other.exponent - exponent));
      join(theirs);
    }
    other.close();
  }

  /** Takes over another's result, of this one's scale; may write to it. */
  abstract void join(double[] theirs);

  /** The result of all rows so far, times 2^-e to its degree; closes. */
  final double[] finished() {
    flush();
    double[] upper = workspace.upper();
    close();
    return upper;
  }

  /** The result of the rows that left the block. */
  final double[] upper() {
    return workspace.upper();
  }

  /** Writes width and scale. */
  final void writeHead(StateWriter out) {
    out.writeInt(columns).writeInt(exponent).writeInt(nonZero ? 1 : 0);
  }

  /** Writes the rows that wait. */
  final void writeRows(StateWriter out) {
    out.writeDoubles(block, filled * columns);
  }

  /** Writes the result of the rows that left the block. */
  final void writeUpper(StateWriter out) {
    double[] upper = workspace.upper();
    out.writeDoubles(upper, upper.length);
  }

  /** Reads a width, which must be this one and leave enough to read. */
  static void requireWidth(StateReader in, int columns) {
    in.require(in.readSize() == columns);
    in.require((double) columns * columns * Double.BYTES <= in.remaining());
  }

  /** Reads the scale. */
  final void readScale(StateReader in) {
    exponent = in.readInt();
    nonZero = in.readInt() != 0;
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
      fold(block, filled);
    }
    filled = 0;
  }

  /** Makes rows of this scale part of the result; may write to them. */
  final void fold(double[] rows, int count) {
    DenseKernel best = kernels.forWork(kind.work * count * columns * columns);
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
      Scale.by(upper, upper.length, kind.degree * (exponent - wanted));
      replace(upper);
    }
    exponent = wanted;
  }

  /** Continues with another result. */
  final void replace(double[] upper) {
    replace(kernel, upper);
  }

  private void replace(DenseKernel by, double[] upper) {
    workspace.close();
    kernel = by;
    workspace = kind.opener.open(by, upper, columns);
  }

  @Override
  public final void close() {
    workspace.close();
    block = new double[0];
    filled = 0;
    nonZero = false;
  }
}
