package org.liegg.linalg.streaming;

import org.liegg.linalg.blas.Kernels;
import org.liegg.linalg.blas.NativeBlas;
import org.liegg.linalg.sums.MemoryBudget;
import org.liegg.linalg.sums.RowCollector;
import org.liegg.linalg.sums.StateReader;
import org.liegg.linalg.sums.StateWriter;
import org.liegg.linalg.sums.TriangularFactor;

/**
 * Keeps the rows of E until the end, and says before it runs out of memory. Backward stable; what
 * factors the rows is up to the kind.
 */
abstract class CollectingDecomposition extends Accumulator {
  private final String kind;
  private final NativeBlas natives;
  private final MemoryBudget budget;
  private final RowCollector rows;

  CollectingDecomposition(String kind, int columns, NativeBlas natives, MemoryBudget budget) {
    super(kind, columns, new Kernels(natives), budget);
    this.kind = kind;
    this.natives = natives;
    this.budget = budget;
    this.rows = new RowCollector(columns);
    budget.requireSquare("decomposition " + kind, columns, "use an action of fewer fields");
  }

  /** Factors the rows, which are let go afterwards. */
  abstract Factored factor(RowCollector rows);

  final NativeBlas natives() {
    return natives;
  }

  final MemoryBudget budget() {
    return budget;
  }

  @Override
  final void reserve(long more) {
    double square = (double) columns() * columns();
    long total = rows.rows() + more;
    budget.require(
        "decomposition " + kind,
        (double) total * columns() + TriangularFactor.footprint(columns()) + 4 * square,
        "%d rows × %d columns and their factors".formatted(total, columns()),
        budget.holds(QrDecomposition.footprint(columns()))
            ? "use the decomposition qr, which is as accurate and streams the rows, or raise -Xmx"
            : "raise -Xmx, or use an action of fewer fields");
  }

  @Override
  final void add(double[] values, int count) {
    rows.add(values, count);
  }

  @Override
  final void absorb(Accumulator other) {
    rows.addAll(((CollectingDecomposition) other).rows);
  }

  @Override
  final void writeRows(StateWriter out) {
    rows.write(out);
  }

  @Override
  final void readRows(StateReader in) {
    rows.read(in);
  }

  @Override
  final Factored factor() {
    try {
      return factor(rows);
    } finally {
      rows.clear();
    }
  }

  @Override
  final void release() {
    rows.clear();
  }
}
