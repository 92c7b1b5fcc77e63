package org.liegg.linalg.streaming;

import org.liegg.linalg.blas.Kernels;
import org.liegg.linalg.blas.NativeBlas;
import org.liegg.linalg.dense.SvdSolver;
import org.liegg.linalg.sums.MemoryBudget;
import org.liegg.linalg.sums.QrSum;
import org.liegg.linalg.sums.StateReader;
import org.liegg.linalg.sums.StateWriter;

/**
 * Streams the triangular factor, {@code E = Q R}, and decomposes R. Backward stable as a singular
 * value decomposition of E itself, in a few {@code m × m} matrices, whatever the number of rows.
 */
public final class QrDecomposition extends Accumulator {
  public static final String KIND = "qr";

  /** Copies of {@code m × m} that the SVD of R and the whitened problem take. */
  private static final double SQUARES = 6;

  private final MemoryBudget budget;
  private final SvdSolver solver;
  private QrSum sum;

  public QrDecomposition(int columns, NativeBlas natives, MemoryBudget budget) {
    this(checked(columns, budget), new Kernels(natives), budget);
  }

  private QrDecomposition(int columns, Kernels kernels, MemoryBudget budget) {
    super(KIND, columns, kernels, budget);
    this.budget = budget;
    sum = new QrSum(columns, kernels);
    solver = SvdSolver.of(kernels);
  }

  private static int checked(int columns, MemoryBudget budget) {
    String subject = "decomposition " + KIND;
    String remedy = "raise -Xmx, or use an action of fewer fields";
    budget.requireSquare(subject, columns, remedy);
    budget.require(subject, footprint(columns), "%d candidate fields".formatted(columns), remedy);
    return columns;
  }

  /** Numbers held at most at once by a decomposition of this width. */
  static double footprint(int columns) {
    return QrSum.footprint(columns) + SQUARES * columns * columns;
  }

  @Override
  public String description() {
    String qr = "streamed QR by " + kernels().description();
    return solver.description().isEmpty() ? qr : qr + ", SVD by " + solver.description();
  }

  @Override
  Accumulator sibling() {
    return new QrDecomposition(columns(), kernels(), budget);
  }

  @Override
  void reserve(long rows) {
    // Nothing grows with the rows.
  }

  @Override
  void add(double[] values, int rows) {
    sum.add(values, rows);
  }

  @Override
  void absorb(Accumulator other) {
    sum.merge(((QrDecomposition) other).sum);
  }

  @Override
  void writeRows(StateWriter out) {
    sum.write(out);
  }

  @Override
  void readRows(StateReader in) {
    sum.close();
    sum = QrSum.read(in, kernels(), columns());
  }

  @Override
  Factored factor() {
    return new FactoredRows(sum.finish(), rowsSoFar(), kernels(), solver);
  }

  @Override
  void release() {
    sum.close();
  }
}
