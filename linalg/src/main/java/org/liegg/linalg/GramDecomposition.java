package org.liegg.linalg;

import org.liegg.api.Accuracy;
import org.liegg.api.DecompositionOptions;

/**
 * Streams {@code G = EᵀE} and solves {@code G v = σ² v}. Memory is a few {@code m × m} matrices,
 * whatever the number of rows; σ² is exact to about ε·σ_max².
 */
final class GramDecomposition extends Accumulator {
  static final String KIND = "gram";

  private final int threads;
  private GramSum sum;

  GramDecomposition(int columns, NativeBlas natives, MemoryBudget budget) {
    this(columns, natives, budget, DecompositionOptions.defaults());
  }

  GramDecomposition(
      int columns, NativeBlas natives, MemoryBudget budget, DecompositionOptions options) {
    super(KIND, checked(columns, budget), new Kernels(natives, planned(columns, options)), budget);
    threads = options.threads();
    sum = new GramSum(columns, kernels());
  }

  /** Two eigenproblems for certain, and the rows, where their number is known. */
  private static double planned(int columns, DecompositionOptions options) {
    double rows = options.rows().orElse(0);
    return 2 * EigenSolver.operations(columns) + rows * columns * columns;
  }

  private static int checked(int columns, MemoryBudget budget) {
    String subject = "decomposition " + KIND;
    String remedy = "raise -Xmx, or use an action of fewer fields";
    budget.requireSquare(subject, columns, remedy);
    double vectorsAndCopies = 4.0 * columns * columns;
    budget.require(
        subject,
        GramSum.footprint(columns) + vectorsAndCopies,
        "%d candidate fields".formatted(columns),
        remedy);
    return columns;
  }

  /** Named by the work that was asked for, which is what chose the kernel. */
  @Override
  public String description() {
    return "EᵀE by " + kernels().description();
  }

  @Override
  int threads() {
    return threads;
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
    sum.merge(((GramDecomposition) other).sum);
  }

  @Override
  void writeRows(StateWriter out) {
    sum.write(out);
  }

  @Override
  void readRows(StateReader in) {
    sum.close();
    sum = GramSum.read(in, kernels(), columns());
  }

  @Override
  Factored factor() {
    return new FactoredGram(sum.finish(), rowsSoFar(), kernels());
  }

  @Override
  void release() {
    sum.close();
  }

  private record FactoredGram(Symmetric gram, long rows, Kernels kernels) implements Factored {

    @Override
    public SymmetricEigen singular() {
      int m = gram.order();
      SymmetricEigen eigen = new EigenSolver(kernels).solve(gram.values(), m);
      double[] sigma = new double[m];
      // The rank is at most the number of rows: what lies beyond is rounding.
      for (int i = 0; i < Math.min(m, rows); i++) {
        sigma[i] = Math.scalb(Math.sqrt(Math.max(0, eigen.values()[i])), gram.exponent() / 2);
      }
      return new SymmetricEigen(m, sigma, eigen.vectors());
    }

    @Override
    public DefectSolver.Whitened whitened() {
      return new WhitenedGram(gram, kernels);
    }

    @Override
    public int exponent() {
      return gram.exponent();
    }

    @Override
    public Accuracy accuracy() {
      return Accuracy.GRAM;
    }
  }
}
