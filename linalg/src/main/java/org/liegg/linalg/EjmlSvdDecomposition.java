package org.liegg.linalg;

import org.liegg.api.Accuracy;
import org.liegg.api.Matrix;

/**
 * Keeps the rows of E; {@code E = Q R}, then the SVD of R. Backward stable: every σ is exact to
 * about ε·σ_max. Defects are the squared singular values of {@code R Wᵀ / √N}, just as stable: EᵀE
 * is never formed.
 */
final class EjmlSvdDecomposition extends Accumulator {
  static final String KIND = "ejml-svd";

  private final MemoryBudget budget;
  private final RowCollector rows;

  EjmlSvdDecomposition(int columns, NativeBlas natives, MemoryBudget budget) {
    super(KIND, columns, new Kernels(natives), budget);
    this.budget = budget;
    this.rows = new RowCollector(columns);
    budget.requireSquare("decomposition " + KIND, columns, "use an action of fewer fields");
  }

  @Override
  public String description() {
    return "QR and SVD by EJML";
  }

  @Override
  void reserve(long more) {
    double square = (double) columns() * columns();
    long total = rows.rows() + more;
    budget.require(
        "decomposition " + KIND,
        (double) total * columns() + TriangularFactor.footprint(columns()) + 4 * square,
        "%d rows × %d columns and their factors".formatted(total, columns()),
        "use the decomposition gram, which streams the rows, or raise -Xmx");
  }

  @Override
  void add(double[] values, int count) {
    rows.add(values, count);
  }

  @Override
  void absorb(Accumulator other) {
    rows.addAll(((EjmlSvdDecomposition) other).rows);
  }

  @Override
  void writeRows(StateWriter out) {
    rows.write(out);
  }

  @Override
  void readRows(StateReader in) {
    rows.read(in);
  }

  @Override
  Factored factor() {
    TriangularFactor factor = TriangularFactor.of(rows);
    long count = rows.rows();
    rows.clear();
    return new FactoredRows(factor, count, kernels());
  }

  @Override
  void release() {
    rows.clear();
  }

  private record FactoredRows(TriangularFactor factor, long rows, Kernels kernels)
      implements Factored {

    @Override
    public SymmetricEigen singular() {
      SymmetricEigen svd = RightSvd.of(matrix());
      double[] values = svd.values();
      for (int i = 0; i < values.length; i++) {
        // The rank is at most the number of rows: what lies beyond is rounding.
        values[i] = i < rows ? Math.scalb(values[i], factor.exponent()) : 0;
      }
      return svd;
    }

    @Override
    public DefectSolver.Whitened whitened() {
      return whitening -> {
        int rank = whitening.rank();
        Matrix product = whitening.images(matrix(), kernels);
        double[] entries = product.values();
        int exponent = Scale.exponent(Scale.largest(entries, entries.length));
        Scale.by(entries, entries.length, -exponent);
        SymmetricEigen svd = RightSvd.of(product);
        double[] values = svd.values();
        for (int i = 0; i < rank; i++) {
          values[i] = i < rows ? Math.scalb(values[i] * values[i], 2 * exponent) : 0;
        }
        return svd;
      };
    }

    @Override
    public int exponent() {
      return 2 * factor.exponent();
    }

    @Override
    public Accuracy accuracy() {
      return Accuracy.BACKWARD_STABLE;
    }

    private Matrix matrix() {
      return new Matrix(factor.order(), factor.order(), factor.values());
    }
  }
}
