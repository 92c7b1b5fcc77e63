package org.liegg.linalg.defect;

import org.liegg.api.Accuracy;
import org.liegg.blas.SymmetricEigen;

/** Rows of E of which EᵀE or a factor is known: both problems on them, ready to be solved. */
public interface Factored {

  /** σ, descending, and v, a row a vector. */
  SymmetricEigen singular();

  /** The whitened problem of the defect, on the same rows. */
  DefectSolver.Whitened whitened();

  /** The power of two by which EᵀE is scaled down in the whitened problem. */
  int exponent();

  /** What the values are worth. */
  Accuracy accuracy();
}
