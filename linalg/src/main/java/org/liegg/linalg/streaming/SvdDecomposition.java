package org.liegg.linalg.streaming;

import org.liegg.api.DecompositionOptions;
import org.liegg.blas.DenseKernel;
import org.liegg.blas.Kernels;
import org.liegg.blas.NativeBlas;
import org.liegg.linalg.spi.StreamingDecomposition;
import org.liegg.linalg.sums.MemoryBudget;
import org.liegg.linalg.sums.Resources;
import org.liegg.linalg.sums.RowCollector;
import org.liegg.linalg.sums.TriangularFactor;

/**
 * Keeps the rows of E; QR and SVD on LAPACK (dgeqrt, dgesdd) where that pays and holds, by EJML
 * otherwise.
 */
public final class SvdDecomposition extends CollectingDecomposition {
  public static final String KIND = "svd";

  private final NativeBlas natives;
  private String factored = "";

  /** Of so many columns, if matrices of that order fit. */
  public SvdDecomposition(
      int columns, NativeBlas natives, MemoryBudget budget, DecompositionOptions options) {
    this(columns, natives, Resources.of(new Kernels(natives), budget, options));
  }

  private SvdDecomposition(int columns, NativeBlas natives, Resources resources) {
    super(KIND, columns, resources);
    this.natives = natives;
  }

  @Override
  public String description() {
    return factored.isEmpty()
        ? "collected rows, SVD by " + resources().kernels().description()
        : "collected rows, QR by %s, SVD by %s"
            .formatted(factored, resources().solver().description());
  }

  @Override
  protected StreamingDecomposition sibling() {
    return new SvdDecomposition(columns(), natives, resources().by(new Kernels(natives)));
  }

  @Override
  TriangularFactor factor(RowCollector rows) {
    double columns = rows.columns();
    DenseKernel kernel = resources().kernels().forWork(2.0 * rows.rows() * columns * columns);
    factored = kernel.description();
    return kernel == resources().kernels().java()
        ? TriangularFactor.of(rows)
        : TriangularFactor.of(rows, kernel);
  }
}
