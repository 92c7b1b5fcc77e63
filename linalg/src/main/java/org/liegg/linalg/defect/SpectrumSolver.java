package org.liegg.linalg.defect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.liegg.api.DefectSpectrum;
import org.liegg.api.Spectrum;
import org.liegg.api.spi.WantedDefects;
import org.liegg.blas.Kernels;
import org.liegg.blas.SymmetricEigen;
import org.liegg.linalg.dense.Orientation;
import org.liegg.linalg.dense.WorkerPool;
import org.liegg.linalg.sums.AccumulatedInput;
import org.liegg.linalg.sums.Resources;

/** Solves for all that is said of rows: singular values, vectors, and the defects. */
public final class SpectrumSolver {

  /** Fewer fields are solved for before a thread has started. */
  private static final int FEWEST = 256;

  /** Twice the matrices of more would be missed elsewhere. */
  private static final int MOST = 2000;

  private SpectrumSolver() {}

  /**
   * The spectrum of all rows taken in; with defects, where their factors are known. Singular values
   * and defects are two problems of one order: with two threads, large ones are solved side by
   * side, each as it would be alone.
   *
   * @param factored the rows as they are
   * @param ofDefects the rows as their outputs are weighed
   */
  public static Spectrum solve(
      AccumulatedInput input,
      int columns,
      Factored factored,
      Factored ofDefects,
      Resources resources) {
    List<Optional<DefectSpectrum>> defects = new ArrayList<>();
    List<SymmetricEigen> singular = new ArrayList<>();
    Runnable first = () -> singular.add(singular(factored, columns));
    Runnable second =
        () -> defects.add(defects(input, ofDefects, WantedDefects.ALL, resources.kernels()));
    if (sideBySide(columns, resources)) {
      try (WorkerPool pool = new WorkerPool("decomposition", 2)) {
        pool.run(part -> (part == 0 ? first : second).run());
      }
    } else {
      first.run();
      second.run();
    }
    return input.spectrum(
        columns,
        singular.get(0).values(),
        singular.get(0).vectors(),
        defects.get(0),
        factored.accuracy());
  }

  /** The defects alone, where the factors of the rows are known. */
  public static Optional<DefectSpectrum> defects(
      AccumulatedInput input, Factored factored, WantedDefects wanted, Kernels kernels) {
    return Optional.ofNullable(input.finishMoments())
        .map(
            moments ->
                DefectSolver.solve(
                    DefectProblem.of(moments, input.settings(), kernels),
                    factored.exponent(),
                    factored.whitened(),
                    wanted,
                    input.settings().tolerance(),
                    kernels));
  }

  private static SymmetricEigen singular(Factored factored, int columns) {
    SymmetricEigen singular = factored.singular();
    Orientation.apply(singular.vectors(), columns);
    return singular;
  }

  /** Where it pays, fits, and changes nothing: the kernel is chosen by what was asked before. */
  private static boolean sideBySide(int columns, Resources resources) {
    return resources.threads() > 1
        && columns >= FEWEST
        && columns <= MOST
        && resources.kernels().isNativeFromHere();
  }
}
