package org.liegg.linalg.streaming;

import org.liegg.linalg.blas.NativeBlas;
import org.liegg.linalg.dense.SvdSolver;
import org.liegg.linalg.sums.MemoryBudget;
import org.liegg.linalg.sums.RowCollector;
import org.liegg.linalg.sums.TriangularFactor;

/** Keeps the rows of E; QR and SVD by EJML, so that no native library is asked for either. */
public final class EjmlSvdDecomposition extends CollectingDecomposition {
  public static final String KIND = "ejml-svd";

  public EjmlSvdDecomposition(int columns, NativeBlas natives, MemoryBudget budget) {
    super(KIND, columns, natives, budget);
  }

  @Override
  public String description() {
    return "QR and SVD by EJML";
  }

  @Override
  Accumulator sibling() {
    return new EjmlSvdDecomposition(columns(), natives(), budget());
  }

  @Override
  Factored factor(RowCollector rows) {
    return new FactoredRows(TriangularFactor.of(rows), rows.rows(), kernels(), SvdSolver.ejml());
  }
}
