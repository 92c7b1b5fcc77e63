package org.liegg.benchmarks;

import org.bytedeco.openblas.global.openblas;

/** LAPACK's singular value decomposition, the baseline of those that stream. */
final class Dgesdd {
  private Dgesdd() {}

  /**
   * Singular values of E, descending; its vectors are computed, as for a spectrum, and not kept.
   *
   * @param job {@code S} for all of U, {@code O} for U written over E
   * @param e row-major, {@code rows × columns}; it is overwritten
   * @param u for U; where it is written over E, anything
   * @throws IllegalStateException if LAPACK says that it failed
   */
  static double[] values(char job, double[] e, int rows, int columns, double[] u) {
    double[] sigma = new double[columns];
    double[] vt = new double[columns * columns];
    // Row-major E is column-major Eᵀ: its left vectors are the right vectors of E, and the others
    // are U.
    int info =
        openblas.LAPACKE_dgesdd(
            openblas.LAPACK_COL_MAJOR,
            (byte) job,
            columns,
            rows,
            e,
            columns,
            sigma,
            vt,
            columns,
            u,
            columns);
    if (info != 0) {
      throw new IllegalStateException("dgesdd: " + info);
    }
    return sigma;
  }
}
