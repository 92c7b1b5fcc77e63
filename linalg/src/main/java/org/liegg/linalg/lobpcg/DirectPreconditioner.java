package org.liegg.linalg.lobpcg;

import org.liegg.blas.DenseKernel;
import org.liegg.blas.Store;
import org.liegg.blas.View;
import org.liegg.linalg.dense.WorkerPool;

/**
 * Turns residuals into directions by the inverse of the matrix that some of the rows come to, a
 * little of the identity added: few steps are left then, whatever the spectrum. It takes a matrix
 * of the order of the problem, so that it is for those that can have one and do not converge
 * without.
 */
final class DirectPreconditioner implements AutoCloseable {
  private final Store matrix;
  private final CholeskyFactor factor;
  private final DenseKernel kernel;
  private final int order;

  private DirectPreconditioner(Store matrix, CholeskyFactor factor, DenseKernel kernel, int order) {
    this.matrix = matrix;
    this.factor = factor;
    this.kernel = kernel;
    this.order = order;
  }

  /** Numbers that it holds. */
  static double footprint(int order, int inputs, int features) {
    return (double) order * order + SampledGram.footprint(order, inputs, features);
  }

  /**
   * Makes the matrix and its factor.
   *
   * @param order of the pencil
   * @param shift of the identity, what is added
   */
  static DirectPreconditioner of(
      Pencil.FactoredRows rows, int order, double shift, DenseKernel kernel, WorkerPool pool) {
    Store matrix = kernel.store((long) order * order);
    try {
      View whole = matrix.view(0, order, order);
      double[] zeros = new double[order];
      for (int row = 0; row < order; row++) {
        matrix.put((long) row * order, zeros, 0, order);
      }
      new SampledGram(rows, order, kernel, pool).addTo(whole);
      double[] one = new double[1];
      for (int row = 0; row < order; row++) {
        matrix.get((long) row * order + row, one, 0, 1);
        one[0] += shift;
        matrix.put((long) row * order + row, one, 0, 1);
      }
      return new DirectPreconditioner(
          matrix, CholeskyFactor.of(whole, shift, kernel, pool), kernel, order);
    } catch (RuntimeException | Error e) {
      matrix.close();
      throw e;
    }
  }

  /** As {@link Pencil#precondition}. */
  void apply(double[] residuals) {
    int count = residuals.length / order;
    try (Store vectors = kernel.store(residuals.length)) {
      View rows = vectors.view(0, count, order);
      rows.put(residuals);
      factor.solve(rows);
      rows.get(residuals);
    }
  }

  @Override
  public void close() {
    matrix.close();
  }
}
