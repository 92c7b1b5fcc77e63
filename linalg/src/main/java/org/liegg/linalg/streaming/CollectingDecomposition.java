package org.liegg.linalg.streaming;

import org.liegg.api.Accuracy;
import org.liegg.api.Matrix;
import org.liegg.linalg.spi.Factor;
import org.liegg.linalg.spi.StreamingDecomposition;
import org.liegg.linalg.state.StateReader;
import org.liegg.linalg.state.StateWriter;
import org.liegg.linalg.sums.Resources;
import org.liegg.linalg.sums.RowCollector;
import org.liegg.linalg.sums.TriangularFactor;

/**
 * Keeps the rows of E until the end, and says before it runs out of memory. Backward stable; what
 * factors the rows is up to the kind.
 */
abstract class CollectingDecomposition extends StreamingDecomposition {
  private final RowCollector rows;

  CollectingDecomposition(String kind, int columns, Resources resources) {
    super(kind, columns, resources);
    this.rows = new RowCollector(columns);
    resources
        .budget()
        .requireSquare("decomposition " + kind, columns, "use an action of fewer fields");
  }

  /** Factors the rows, which are let go afterwards. */
  abstract TriangularFactor factor(RowCollector rows);

  @Override
  protected final void reserve(long more) {
    double square = (double) columns() * columns();
    long total = rows.rows() + more;
    requireMemory(
        (double) total * columns() + TriangularFactor.footprint(columns()) + 4 * square,
        "%d rows × %d columns and their factors".formatted(total, columns()),
        resources().budget().holds(QrDecomposition.footprint(columns()))
            ? "use the decomposition qr, which is as accurate and streams the rows, or raise -Xmx"
            : "raise -Xmx, or use an action of fewer fields");
  }

  @Override
  protected final void add(double[] values, int count) {
    rows.add(values, count);
  }

  @Override
  protected final void absorb(StreamingDecomposition other) {
    rows.addAll(((CollectingDecomposition) other).rows);
  }

  @Override
  protected final void writeRows(StateWriter out) {
    rows.write(out);
  }

  @Override
  protected final void readRows(StateReader in) {
    rows.read(in);
  }

  @Override
  protected final Factor factor() {
    try {
      TriangularFactor r = factor(rows);
      return new Factor.Triangular(
          new Matrix(r.order(), r.order(), r.values()), r.exponent(), Accuracy.BACKWARD_STABLE);
    } finally {
      rows.clear();
    }
  }

  @Override
  protected final void release() {
    rows.clear();
  }
}
