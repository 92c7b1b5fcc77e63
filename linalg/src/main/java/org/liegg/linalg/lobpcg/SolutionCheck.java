package org.liegg.linalg.lobpcg;

import java.util.Arrays;
import java.util.Locale;
import org.liegg.api.NumericalException;
import org.liegg.blas.DenseKernel;
import org.liegg.blas.Store;
import org.liegg.blas.View;
import org.liegg.linalg.dense.GramSchmidt;

/**
 * Verifies eigenpairs that an iteration has found: residuals that it recurred drift from true ones,
 * so every vector is multiplied by A once more, and its residual taken from that.
 *
 * @param what is solved, for messages
 */
record SolutionCheck(Pencil pencil, DenseKernel kernel, SolverPlan plan, String what) {
  /**
   * The wanted pairs, multiplied by A once more.
   *
   * @param norm the estimate of ‖A‖ that residuals are shares of
   * @throws NumericalException {@code LIEGG-NOT-CONVERGED} if a residual is too large after all
   */
  BlockSolver.Solved checked(SearchSpace space, Ritz ritz, int iterations, double norm) {
    int n = pencil.order();
    int count = Math.min(plan.wanted(), ritz.size());
    double[] vectors = space.vectors(ritz, count);
    if (!pencil.generalised()) {
      GramSchmidt.orthonormalise(vectors, n);
    }
    double[] values = new double[count];
    double worst = 0;
    int good = 0;
    try (Store x = kernel.store((long) plan.block() * n);
        Store ax = kernel.store((long) plan.block() * n);
        Store bx = kernel.store(pencil.generalised() ? (long) plan.block() * n : 0)) {
      for (int from = 0; from < count; from += plan.block()) {
        int some = Math.min(plan.block(), count - from);
        View vector = x.view(0, some, n);
        View image = ax.view(0, some, n);
        x.put(0, vectors, from * n, some * n);
        double[] squares = pencil.image(vector, image);
        double[] metric = Arrays.copyOfRange(vectors, from * n, (from + some) * n);
        if (pencil.generalised()) {
          View other = bx.view(0, some, n);
          pencil.metric(vector, other);
          metric = other.toArray();
        }
        double[] residual = image.toArray();
        for (int i = 0; i < some; i++) {
          values[from + i] = squares[i];
          for (int j = i * n; j < (i + 1) * n; j++) {
            residual[j] -= squares[i] * metric[j];
          }
          double share = norm == 0 ? 0 : BlockSolver.length(residual, i * n, n) / norm;
          good += share <= plan.residual() ? 1 : 0;
          worst = Math.max(worst, share);
        }
      }
    }
    if (good < count) {
      throw notConverged(good, worst, iterations);
    }
    return new BlockSolver.Solved(values, vectors, iterations, worst);
  }

  /** The exception for an iteration that has to end before the wanted pairs have converged. */
  NumericalException notConverged(SearchSpace space, Ritz ritz, double norm, int iterations) {
    int n = pencil.order();
    double worst = 0;
    int good = 0;
    for (int from = 0; from < Math.min(plan.wanted(), ritz.size()); from += plan.block()) {
      int some = Math.min(plan.block(), Math.min(plan.wanted(), ritz.size()) - from);
      double[] residuals = space.residuals(ritz, from, some);
      for (int i = 0; i < some; i++) {
        double share = BlockSolver.length(residuals, i * n, n) / norm;
        good += share <= BlockSolver.AIM * plan.residual() ? 1 : 0;
        worst = Math.max(worst, share);
      }
    }
    return notConverged(good, worst, iterations);
  }

  private NumericalException notConverged(int good, double worst, int iterations) {
    return new NumericalException(
        "LIEGG-NOT-CONVERGED",
        what,
        String.format(
            Locale.ROOT,
            "%d of the %d smallest converged in %d iterations; the worst residual is %.1e, wanted"
                + " %.1e",
            good,
            plan.wanted(),
            iterations,
            worst,
            plan.residual()),
        "ask for a larger residual or fewer values, give more samples, or use the decomposition"
            + " gram where its memory suffices");
  }
}
