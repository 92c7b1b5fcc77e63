package org.liegg.linalg;

/** Keeps the rows of E; QR and SVD by EJML, so that no native library is asked for either. */
final class EjmlSvdDecomposition extends CollectingDecomposition {
  static final String KIND = "ejml-svd";

  EjmlSvdDecomposition(int columns, NativeBlas natives, MemoryBudget budget) {
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
