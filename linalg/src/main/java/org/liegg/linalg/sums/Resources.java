package org.liegg.linalg.sums;

import org.liegg.api.DecompositionOptions;
import org.liegg.api.DefectSettings;
import org.liegg.blas.Kernels;
import org.liegg.blas.NativeBlas;
import org.liegg.linalg.dense.SvdSolver;

/**
 * What a decomposition works with.
 *
 * @param kernels for everything that is not a singular value decomposition
 * @param solver for singular value decompositions
 * @param budget how much memory may be taken
 * @param threads on how many threads native calls may run while the decomposition finishes
 * @param defect the baseline of the defect
 */
public record Resources(
    Kernels kernels, SvdSolver solver, MemoryBudget budget, int threads, DefectSettings defect) {

  /** With the native library and within the heap of this process, on one thread. */
  public static Resources ofProcess(DecompositionOptions options) {
    return of(
        new Kernels(NativeBlas.ofProcess()), MemoryBudget.ofProcess().within(options), options);
  }

  /** On one thread. */
  public static Resources of(Kernels kernels, MemoryBudget budget, DecompositionOptions options) {
    return new Resources(kernels, SvdSolver.of(kernels), budget, 1, options.defect());
  }

  /** The same, by other kernels. */
  public Resources by(Kernels wanted) {
    return new Resources(wanted, SvdSolver.of(wanted), budget, threads, defect);
  }

  /** The same, on so many threads. */
  public Resources withThreads(int wanted) {
    return new Resources(kernels, solver, budget, wanted, defect);
  }

  /** The same, with another solver of singular value decompositions. */
  public Resources withSolver(SvdSolver wanted) {
    return new Resources(kernels, wanted, budget, threads, defect);
  }
}
