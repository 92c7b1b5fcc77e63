package org.liegg.linalg.streaming;

import org.liegg.api.Accuracy;
import org.liegg.api.DecompositionOptions;
import org.liegg.api.Matrix;
import org.liegg.blas.Kernels;
import org.liegg.blas.NativeBlas;
import org.liegg.linalg.dense.SvdSolver;
import org.liegg.linalg.spi.Factor;
import org.liegg.linalg.spi.StreamingDecomposition;
import org.liegg.linalg.state.StateReader;
import org.liegg.linalg.state.StateWriter;
import org.liegg.linalg.sums.MemoryBudget;
import org.liegg.linalg.sums.QrSum;
import org.liegg.linalg.sums.Resources;
import org.liegg.linalg.sums.TriangularFactor;

/**
 * Streams the triangular factor, {@code E = Q R}, and decomposes R. Backward stable as a singular
 * value decomposition of E itself, in a few {@code m × m} matrices, whatever the number of rows.
 */
public final class QrDecomposition extends StreamingDecomposition {
  public static final String KIND = "qr";

  /** Copies of {@code m × m} that the SVD of R and the whitened problem take. */
  private static final double SQUARES = 6;

  private QrSum sum;

  /** Of so many columns, if matrices of that order fit. */
  public QrDecomposition(
      int columns, NativeBlas natives, MemoryBudget budget, DecompositionOptions options) {
    this(
        Width.checked(KIND, columns, footprint(columns), budget),
        Resources.of(new Kernels(natives), budget, options));
  }

  private QrDecomposition(int columns, Resources resources) {
    super(KIND, columns, resources);
    sum = new QrSum(columns, resources.kernels());
  }

  /** Numbers held at most at once by a decomposition of this width. */
  static double footprint(int columns) {
    return QrSum.footprint(columns) + SQUARES * columns * columns;
  }

  @Override
  public String description() {
    String qr = "streamed QR by " + resources().kernels().description();
    SvdSolver solver = resources().solver();
    return solver.description().isEmpty() ? qr : qr + ", SVD by " + solver.description();
  }

  @Override
  protected StreamingDecomposition sibling() {
    return new QrDecomposition(columns(), resources());
  }

  @Override
  protected void add(double[] values, int rows) {
    sum.add(values, rows);
  }

  @Override
  protected void absorb(StreamingDecomposition other) {
    sum.merge(((QrDecomposition) other).sum);
  }

  @Override
  protected void writeRows(StateWriter out) {
    sum.write(out);
  }

  @Override
  protected void readRows(StateReader in) {
    sum.close();
    sum = QrSum.read(in, resources().kernels(), columns());
  }

  @Override
  protected Factor factor() {
    TriangularFactor r = sum.finish();
    return new Factor.Triangular(
        new Matrix(r.order(), r.order(), r.values()), r.exponent(), Accuracy.BACKWARD_STABLE);
  }

  @Override
  protected void release() {
    sum.close();
  }
}
