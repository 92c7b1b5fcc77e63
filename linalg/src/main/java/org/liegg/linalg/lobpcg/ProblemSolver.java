package org.liegg.linalg.lobpcg;

import java.util.function.Predicate;
import org.liegg.api.spi.IterationWatch;
import org.liegg.linalg.dense.EigenSolver;
import org.liegg.linalg.dense.Products;
import org.liegg.linalg.dense.WorkerPool;

/** Solves one pencil after the other, each watched, and counts what that took. */
final class ProblemSolver {
  private final Products products;
  private final WorkerPool pool;
  private final int largestMatrix;
  private final EigenSolver eigen;
  private final SolverRequest request;
  private final IterationWatch watch;
  private int iterations;
  private double residual;

  /**
   * @param largestMatrix order of a matrix that may be formed where iteration is slow
   */
  ProblemSolver(
      Products products,
      WorkerPool pool,
      int largestMatrix,
      EigenSolver eigen,
      SolverRequest request,
      IterationWatch watch) {
    this.products = products;
    this.pool = pool;
    this.largestMatrix = largestMatrix;
    this.eigen = eigen;
    this.request = request;
    this.watch = watch;
  }

  /** Steps taken, of all problems together. */
  int iterations() {
    return iterations;
  }

  /** The largest residual of all that was found. */
  double residual() {
    return residual;
  }

  /**
   * The smallest few.
   *
   * @param name of what is sought, e.g. {@code defects}
   * @param start rows to start from
   */
  BlockSolver.Solved solve(Pencil pencil, double[] start, String name, int count) {
    try (Sharpener sharpener = sharpener(pencil)) {
      return solve(pencil, sharpener, start, name, count);
    }
  }

  private Sharpener sharpener(Pencil pencil) {
    return new Sharpener(pencil, request, largestMatrix, products.kernel(), pool);
  }

  private BlockSolver.Solved solve(
      Pencil pencil, Sharpener sharpener, double[] start, String name, int count) {
    String what = "smallest %s of %d fields".formatted(name, pencil.order());
    String key = "%d smallest %s".formatted(count, name);
    SolverPlan plan = request.plan(count, pencil.order()).drawing(key);
    BlockSolver solver = new BlockSolver(pencil, products, eigen, plan, what, watch);
    KeptProblem kept = new KeptProblem(watch, key, what, pencil.order());
    BlockSolver.Solved solved = solver.solve(start, sharpener, kept);
    iterations += solved.iterations();
    residual = Math.max(residual, solved.residual());
    return solved;
  }

  /**
   * The smallest p, and twice as many for as long as those that were found are not enough and more
   * of them fit.
   *
   * @param open whether values, ascending, leave open how many of their kind there are
   */
  BlockSolver.Solved solveUntil(Pencil pencil, String name, Predicate<double[]> open) {
    int count = request.wanted();
    try (Sharpener sharpener = sharpener(pencil)) {
      BlockSolver.Solved solved = solve(pencil, sharpener, new double[0], name, count);
      int more = request.more(count, pencil.order());
      while (more > count && open.test(solved.values())) {
        count = more;
        solved = solve(pencil, sharpener, solved.vectors(), name, count);
        more = request.more(count, pencil.order());
      }
      return solved;
    }
  }
}
