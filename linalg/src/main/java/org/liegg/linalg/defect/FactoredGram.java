package org.liegg.linalg.defect;

import org.liegg.api.Accuracy;
import org.liegg.blas.Kernels;
import org.liegg.blas.Symmetric;
import org.liegg.blas.SymmetricEigen;
import org.liegg.linalg.dense.EigenSolver;

/**
 * Rows of which EᵀE is known. Singular values are roots of its eigenvalues, and defects eigenvalues
 * of {@code W EᵀE Wᵀ / N}: squares are exact to about ε·σ_max².
 *
 * @param rows number of rows of E
 */
public record FactoredGram(Symmetric gram, long rows, Kernels kernels) implements Factored {

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
