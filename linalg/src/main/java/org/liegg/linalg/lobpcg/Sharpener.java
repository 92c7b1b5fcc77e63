package org.liegg.linalg.lobpcg;

import java.util.Optional;
import org.liegg.blas.DenseKernel;
import org.liegg.linalg.dense.WorkerPool;

/**
 * Turns the residuals of one pencil into directions: as the pencil itself does at first, and by a
 * matrix once that has proved too slow, where there is room for one.
 */
final class Sharpener implements AutoCloseable {
  /** Steps after which a problem that has not converged counts as slow. */
  static final int SLOW = 40;

  /** Orders above which the matrix takes longer than most iterations do. */
  static final int MOST = 1 << 14;

  /** The same of a kernel in Java. */
  static final int MOST_IN_JAVA = 1 << 11;

  private final Pencil pencil;
  private final Optional<Pencil.FactoredRows> rows;
  private final double residual;
  private final DenseKernel kernel;
  private final WorkerPool pool;
  private Optional<DirectPreconditioner> made = Optional.empty();
  private boolean direct;

  /**
   * @param request what has to be reached, and in what room
   * @param most the largest order of a matrix
   */
  Sharpener(Pencil pencil, SolverRequest request, int most, DenseKernel kernel, WorkerPool pool) {
    this.pencil = pencil;
    this.kernel = kernel;
    this.pool = pool;
    residual = request.residual();
    rows =
        pencil
            .rows()
            .filter(found -> pencil.order() <= most && request.room().holds(footprint(found)));
  }

  private double footprint(Pencil.FactoredRows found) {
    return DirectPreconditioner.footprint(
        pencil.order(), found.rows().inputs(), found.rows().features());
  }

  /** Whether a matrix is used. */
  boolean direct() {
    return direct;
  }

  /** Uses a matrix from now on, where there is room for one. */
  void useMatrix() {
    direct = rows.isPresent();
  }

  /** Whether this step of a problem is its first with a matrix. */
  boolean isNew(int iteration) {
    return direct && (iteration == SLOW || iteration == 1);
  }

  /**
   * As {@link Pencil#precondition}.
   *
   * @param norm an estimate of ‖A‖
   */
  void precondition(double[] residuals, double[] values, double norm) {
    if (!direct) {
      pencil.precondition(residuals, values);
      return;
    }
    if (made.isEmpty()) {
      made =
          Optional.of(
              DirectPreconditioner.of(
                  rows.orElseThrow(), pencil.order(), residual * norm, kernel, pool));
    }
    made.get().apply(residuals);
  }

  @Override
  public void close() {
    made.ifPresent(DirectPreconditioner::close);
    made = Optional.empty();
  }
}
