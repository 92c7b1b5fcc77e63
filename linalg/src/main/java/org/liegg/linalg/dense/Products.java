package org.liegg.linalg.dense;

import java.util.function.IntConsumer;
import org.liegg.blas.DenseKernel;
import org.liegg.blas.Store;
import org.liegg.blas.View;

/**
 * Products of a few very long rows, each thread a stretch of their length; sums in the order of the
 * threads. A library's own threads wait for each other in a loop, which on a machine that has other
 * things to do costs more than they gain.
 */
public final class Products {

  /** Shorter rows are not worth dealing out. */
  private static final int SHORTEST = 1 << 11;

  private final DenseKernel kernel;
  private final WorkerPool pool;

  public Products(DenseKernel kernel, WorkerPool pool) {
    this.kernel = kernel;
    this.pool = pool;
  }

  public DenseKernel kernel() {
    return kernel;
  }

  /**
   * Refuses to go on in a thread that is interrupted.
   *
   * @throws org.liegg.api.NumericalException {@code LIEGG-INTERRUPTED} if the thread is interrupted
   */
  public void requireUninterrupted() {
    pool.requireUninterrupted();
  }

  /** {@code A·Bᵀ}, row-major. */
  public double[] inner(View a, View b) {
    int entries = a.rows() * b.rows();
    int parts = parts(a.columns());
    double[] sum = new double[entries];
    try (Store results = kernel.store((long) parts * entries)) {
      run(
          parts,
          part -> {
            int from = start(a.columns(), part, parts);
            int width = start(a.columns(), part + 1, parts) - from;
            View result = results.view((long) part * entries, a.rows(), b.rows());
            kernel.multiply(
                1, false, a.columns(from, width), true, b.columns(from, width), 0, result);
          });
      double[] one = new double[entries];
      for (int part = 0; part < parts; part++) {
        results.get((long) part * entries, one, 0, entries);
        for (int i = 0; i < entries; i++) {
          sum[i] += one[i];
        }
      }
    }
    return sum;
  }

  /**
   * {@code T ← α·weights·V + β·T}.
   *
   * @param weights {@code T.rows() × V.rows()}
   */
  public void combine(double alpha, double[] weights, View of, double beta, View target) {
    int parts = parts(of.columns());
    try (Store small = kernel.store(weights.length)) {
      View mix = small.view(0, target.rows(), of.rows());
      mix.put(weights);
      run(
          parts,
          part -> {
            int from = start(of.columns(), part, parts);
            int width = start(of.columns(), part + 1, parts) - from;
            View piece = of.columns(from, width);
            kernel.multiply(alpha, false, mix, false, piece, beta, target.columns(from, width));
          });
    }
  }

  private void run(int parts, IntConsumer part) {
    if (parts == 1) {
      part.accept(0);
    } else {
      pool.run(part);
    }
  }

  private int parts(int length) {
    return length < SHORTEST ? 1 : pool.size();
  }

  private static int start(int length, int part, int parts) {
    return (int) ((long) length * part / parts);
  }
}
