package org.liegg.linalg.defect;

import org.liegg.api.Accuracy;
import org.liegg.api.Matrix;
import org.liegg.blas.Kernels;
import org.liegg.blas.Scale;
import org.liegg.blas.SymmetricEigen;
import org.liegg.linalg.dense.SvdSolver;
import org.liegg.linalg.sums.TriangularFactor;

/**
 * Rows of which the triangular factor is known, {@code E = Q R}. Singular values are those of R;
 * defects are the squared singular values of {@code R Wᵀ / √N}. Both are backward stable: every σ
 * is exact to about ε·σ_max, and EᵀE is never formed.
 *
 * @param rows number of rows of E
 * @param solver decomposes R and {@code R Wᵀ}
 * @param accuracy what R is worth
 */
public record FactoredRows(
    TriangularFactor factor, long rows, Kernels kernels, SvdSolver solver, Accuracy accuracy)
    implements Factored {

  @Override
  public SymmetricEigen singular() {
    SymmetricEigen svd = solver.solve(matrix());
    double[] values = svd.values();
    for (int i = 0; i < values.length; i++) {
      // The rank is at most the number of rows: what lies beyond is rounding.
      values[i] = i < rows ? Math.scalb(values[i], factor.exponent()) : 0;
    }
    return svd;
  }

  @Override
  public DefectSolver.Whitened whitened() {
    // Singular vectors are found together.
    return (whitening, wanted) -> {
      int rank = whitening.rank();
      Matrix product = whitening.images(matrix(), kernels);
      double[] entries = product.values();
      int exponent = Scale.exponent(Scale.largest(entries, entries.length));
      Scale.by(entries, entries.length, -exponent);
      SymmetricEigen svd = solver.solve(product);
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

  private Matrix matrix() {
    return new Matrix(factor.order(), factor.order(), factor.values());
  }
}
