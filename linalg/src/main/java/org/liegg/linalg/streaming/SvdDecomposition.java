package org.liegg.linalg.streaming;

import org.liegg.linalg.blas.DenseKernel;
import org.liegg.linalg.blas.NativeBlas;
import org.liegg.linalg.dense.SvdSolver;
import org.liegg.linalg.sums.MemoryBudget;
import org.liegg.linalg.sums.RowCollector;
import org.liegg.linalg.sums.TriangularFactor;

/**
 * Keeps the rows of E; QR and SVD on LAPACK (dgeqrt, dgesdd) where that pays and holds, by EJML
 * otherwise.
 */
public final class SvdDecomposition extends CollectingDecomposition {
  public static final String KIND = "svd";

  private final SvdSolver solver;
  private String factored = "";

  public SvdDecomposition(int columns, NativeBlas natives, MemoryBudget budget) {
    super(KIND, columns, natives, budget);
    solver = SvdSolver.of(kernels());
  }

  @Override
  public String description() {
    return factored.isEmpty()
        ? "collected rows, SVD by " + kernels().description()
        : "collected rows, QR by %s, SVD by %s".formatted(factored, solver.description());
  }

  @Override
  Accumulator sibling() {
    return new SvdDecomposition(columns(), natives(), budget());
  }

  @Override
  Factored factor(RowCollector rows) {
    double columns = rows.columns();
    DenseKernel kernel = kernels().forWork(2.0 * rows.rows() * columns * columns);
    factored = kernel.description();
    TriangularFactor factor =
        kernel == kernels().java() ? TriangularFactor.of(rows) : TriangularFactor.of(rows, kernel);
    return new FactoredRows(factor, rows.rows(), kernels(), solver);
  }
}
