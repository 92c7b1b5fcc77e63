package org.liegg.linalg.streaming;

import org.liegg.api.DecompositionOptions;
import org.liegg.blas.Kernels;
import org.liegg.blas.NativeBlas;
import org.liegg.linalg.dense.SvdSolver;
import org.liegg.linalg.spi.StreamingDecomposition;
import org.liegg.linalg.sums.MemoryBudget;
import org.liegg.linalg.sums.Resources;
import org.liegg.linalg.sums.RowCollector;
import org.liegg.linalg.sums.TriangularFactor;

/** Keeps the rows of E; QR and SVD by EJML, so that no native library is asked for either. */
public final class EjmlSvdDecomposition extends CollectingDecomposition {
  public static final String KIND = "ejml-svd";

  private final NativeBlas natives;

  /** Of so many columns, if matrices of that order fit. */
  public EjmlSvdDecomposition(
      int columns, NativeBlas natives, MemoryBudget budget, DecompositionOptions options) {
    this(columns, natives, Resources.of(new Kernels(natives), budget, options));
  }

  private EjmlSvdDecomposition(int columns, NativeBlas natives, Resources resources) {
    super(KIND, columns, resources.withSolver(SvdSolver.ejml()));
    this.natives = natives;
  }

  @Override
  public String description() {
    return "QR and SVD by EJML";
  }

  @Override
  protected StreamingDecomposition sibling() {
    return new EjmlSvdDecomposition(columns(), natives, resources().by(new Kernels(natives)));
  }

  @Override
  TriangularFactor factor(RowCollector rows) {
    return TriangularFactor.of(rows);
  }
}
