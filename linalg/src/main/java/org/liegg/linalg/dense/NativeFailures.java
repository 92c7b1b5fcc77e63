package org.liegg.linalg.dense;

import org.liegg.blas.DenseKernel;

/** Reports what a native library could not do, and pure Java does in its place. */
final class NativeFailures {

  private NativeFailures() {}

  /**
   * Warns.
   *
   * @param log of the class that solves the problem
   * @param problem what was to be solved
   * @param what went wrong
   */
  static void warn(System.Logger log, DenseKernel kernel, String problem, String what) {
    log.log(
        System.Logger.Level.WARNING,
        "{0}, {1}: {2}; pure Java repeats it",
        kernel.description(),
        problem,
        what);
  }
}
