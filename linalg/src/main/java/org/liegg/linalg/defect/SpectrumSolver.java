package org.liegg.linalg.defect;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.liegg.api.DefectSpectrum;
import org.liegg.api.Spectrum;
import org.liegg.blas.Kernels;
import org.liegg.blas.SymmetricEigen;
import org.liegg.linalg.dense.Orientation;
import org.liegg.linalg.sums.AccumulatedInput;
import org.liegg.linalg.sums.BaselineMoments;

/** Solves for all that is said of rows: singular values, vectors, and the defects. */
public final class SpectrumSolver {

  private SpectrumSolver() {}

  /**
   * The spectrum of all rows taken in; with defects, where their factors are known.
   *
   * @param factored the rows as they are
   * @param ofDefects the rows as their outputs are weighed
   */
  public static Spectrum solve(
      AccumulatedInput input, int columns, Factored factored, Factored ofDefects, Kernels kernels) {
    SymmetricEigen singular = factored.singular();
    Orientation.apply(singular.vectors(), columns);
    return new Spectrum(
        input.samples(),
        input.rows(),
        columns,
        singular.values(),
        singular.vectors(),
        Optional.ofNullable(defects(input, ofDefects, kernels)),
        factored.accuracy());
  }

  private static @Nullable DefectSpectrum defects(
      AccumulatedInput input, Factored factored, Kernels kernels) {
    BaselineMoments.Finished moments = input.finishMoments();
    return moments == null
        ? null
        : DefectSolver.solve(
            DefectProblem.of(moments, input.settings(), kernels),
            factored.exponent(),
            factored.whitened(),
            kernels);
  }
}
