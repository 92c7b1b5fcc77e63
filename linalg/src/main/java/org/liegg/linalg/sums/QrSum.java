package org.liegg.linalg.sums;

import org.liegg.blas.DenseKernel;
import org.liegg.blas.Kernels;
import org.liegg.blas.Scale;
import org.liegg.linalg.state.StateReader;
import org.liegg.linalg.state.StateWriter;

/**
 * The triangular factor of streamed rows, kept as {@code R · 2^e}. A full block is folded into R,
 * {@code R ← qr([R; block]).R}. Memory is a few {@code m × m} matrices, whatever the number of
 * rows.
 *
 * <p>"Tall-skinny QR": Demmel, Grigori, Hoemmen and Langou, SIAM J. Sci. Comput. 34 (2012), A206.
 */
public final class QrSum extends RowSum {
  private static final Kind KIND = new Kind(DenseKernel::triangular, 1, 2);

  /** Below this height, factoring R anew with every block costs more than the block does. */
  private static final int MIN_ROWS = 1536;

  public QrSum(int columns, Kernels kernels) {
    super(KIND, columns, blockRows(columns), kernels);
  }

  /** Numbers that are held at most at once: the block, the block under R, and R. */
  public static double footprint(int columns) {
    return (2.0 * blockRows(columns) + 3.0 * columns) * columns;
  }

  private static int blockRows(int columns) {
    return Math.max(MIN_ROWS, 2 * columns);
  }

  /** Takes over the rows of the other, which holds nothing afterwards. */
  public void merge(QrSum other) {
    mergeRows(other);
  }

  @Override
  void join(double[] theirs) {
    fold(theirs, columns());
  }

  /** The factor of all rows so far; nothing may be added afterwards. */
  public TriangularFactor finish() {
    double[] upper = finished();
    int size = Scale.exponent(Scale.largest(upper, upper.length));
    Scale.by(upper, upper.length, -size);
    return new TriangularFactor(columns(), upper, exponent() + size);
  }

  public void write(StateWriter out) {
    writeHead(out);
    writeRows(out);
    writeUpper(out);
  }

  public static QrSum read(StateReader in, Kernels kernels, int columns) {
    requireWidth(in, columns);
    QrSum sum = new QrSum(columns, kernels);
    sum.readScale(in);
    double[] rows = in.readDoubles();
    double[] upper = in.readDoubles();
    in.require(
        upper.length == columns * columns
            && (columns == 0 ? rows.length == 0 : rows.length % columns == 0)
            && rows.length < Math.max(1, sum.blockRows() * columns));
    sum.replace(upper);
    sum.add(rows, columns == 0 ? 0 : rows.length / columns);
    return sum;
  }
}
