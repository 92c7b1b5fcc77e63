package org.liegg.linalg.lobpcg;

import java.util.Arrays;
import java.util.Optional;
import org.liegg.api.NumericalException;
import org.liegg.api.spi.IterationStep;
import org.liegg.api.spi.IterationWatch;
import org.liegg.blas.Vectors;
import org.liegg.linalg.dense.EigenSolver;
import org.liegg.linalg.dense.GramSchmidt;
import org.liegg.linalg.dense.Products;

/**
 * The smallest eigenpairs of a pencil: LOBPCG (Knyazev 2001) whose search space is not cut back to
 * three blocks at every step but grows until it is full, and is then restarted with its lowest Ritz
 * vectors and those of the step before (thick restart with "+k", Stathopoulos and McCombs 2010).
 * Every step adds the preconditioned residuals of the lowest pairs that have not converged.
 *
 * <p>The search starts from more vectors than are wanted, some of them random, so that clusters and
 * nullspaces of a larger dimension are filled. It ends when the wanted pairs have converged and the
 * next one has come far enough to show that it does not belong below them.
 */
final class BlockSolver {

  /** Residuals that are recurred drift from true ones: the iteration aims this much lower. */
  static final double AIM = 0.5;

  /** How far the first pair that is not wanted has to come, as a power of the residual. */
  private static final double VOUCHING = 0.5;

  private final Pencil pencil;
  private final Products products;
  private final EigenSolver eigen;
  private final SolverPlan plan;
  private final String what;
  private final IterationWatch watch;
  private final SolutionCheck check;

  /**
   * @param what is solved, for messages
   * @param watch hears of every step
   */
  BlockSolver(
      Pencil pencil,
      Products products,
      EigenSolver eigen,
      SolverPlan plan,
      String what,
      IterationWatch watch) {
    this.what = what;
    this.watch = watch;
    this.pencil = pencil;
    this.products = products;
    this.eigen = eigen;
    this.plan = plan;
    this.check = new SolutionCheck(pencil, products.kernel(), plan, what);
  }

  /**
   * Eigenpairs that were found and checked.
   *
   * @param values λ, ascending; each is {@code xᵀAx} afresh
   * @param vectors a row each; orthonormal, or B-orthonormal
   * @param iterations steps taken
   * @param residual the largest {@code ‖A x − λ B x‖}, as a share of the estimate of ‖A‖
   */
  record Solved(double[] values, double[] vectors, int iterations, double residual) {}

  /**
   * @param start rows to start from, linearly independent or not; random ones are added
   * @param sharpener turns residuals into directions
   * @param kept what an earlier run left, which is gone on from, and what this one leaves
   * @throws NumericalException {@code LIEGG-NOT-CONVERGED}, {@code LIEGG-INTERRUPTED}, {@code
   *     LIEGG-CHECKPOINT-OTHER}, {@code LIEGG-CHECKPOINT-CORRUPT}
   */
  Solved solve(double[] start, Sharpener sharpener, KeptProblem kept) {
    GaussianVectors random = new GaussianVectors(plan.seed());
    double norm = OperatorNorm.estimate(pencil, products, random.next(pencil.order()));
    Optional<KeptProblem.Left> left = kept.left(norm);
    if (left.filter(KeptProblem.Left::direct).isPresent()) {
      sharpener.useMatrix();
    }
    Optional<Solved> solution = left.flatMap(KeptProblem.Left::solution);
    if (solution.isPresent()) {
      return solution.get();
    }
    try (SearchSpace space =
        new SearchSpace(pencil, products, eigen, plan.capacity(), plan.block())) {
      if (left.isEmpty()) {
        begin(space, start, random);
        return iterate(space, norm, random, Course.start(), sharpener, kept);
      }
      double before = left.get().norm();
      Course course = kept.resume(left.get(), space, random);
      return iterate(space, before, random, course, sharpener, kept);
    }
  }

  private void begin(SearchSpace space, double[] start, GaussianVectors random) {
    int n = pencil.order();
    int step = plan.block() * n;
    for (int from = 0; from < start.length; from += step) {
      space.extend(Arrays.copyOfRange(start, from, Math.min(start.length, from + step)));
    }
    int wanted = Math.min(n, Math.max(plan.start(), space.size() + plan.guard()));
    int enough =
        Math.max(Math.min(n, plan.wanted()), Math.min(wanted, plan.capacity() - plan.block()));
    boolean growing = true;
    while (growing && space.size() < enough) {
      int count = Math.min(plan.block(), enough - space.size());
      growing = space.extend(random.next(count * n)) > 0;
    }
  }

  private Solved iterate(
      SearchSpace space,
      double norm,
      GaussianVectors random,
      Course from,
      Sharpener sharpener,
      KeptProblem kept) {
    int n = pencil.order();
    int pairs = Math.min(n, plan.wanted() + 1);
    Course course = from;
    while (true) {
      products.requireUninterrupted();
      kept.keep(norm, sharpener.direct(), course, space, random);
      Ritz ritz = space.ritz();
      double scale = Math.max(norm, ritz.values()[ritz.size() - 1]);
      double target = AIM * plan.residual() * scale;
      int last = Math.min(pairs, ritz.size());
      Step step = look(space, ritz, course.settled(), last, target);
      if (step.settled() == last && (last == pairs || space.size() == n)) {
        int first = firstUnsettled(space, ritz, last, target);
        if (first == last || space.size() == n) {
          tell(course.iteration(), step, scale);
          return kept.solved(
              norm, sharpener.direct(), check.checked(space, ritz, course.iteration(), scale));
        }
        step = look(space, ritz, first, last, target);
      }
      tell(course.iteration(), step, scale);
      if (course.iteration() >= plan.iterations()) {
        throw check.notConverged(space, ritz, scale, course.iteration());
      }
      course = advance(space, ritz, course, step);
      if (course.iteration() == Sharpener.SLOW) {
        sharpener.useMatrix();
      }
      double[] directions = step.residuals();
      if (sharpener.isNew(course.iteration())) {
        // The inverse brings out of random vectors what the residuals have no part in.
        directions = random.next(plan.block() * n);
      }
      sharpener.precondition(directions, step.values(), norm);
      int added = directions.length == 0 ? 0 : space.extend(directions);
      if (added == 0) {
        space.extend(random.next(plan.block() * n));
      }
    }
  }

  /** Makes room for the next directions, and remembers the vectors of this step. */
  private Course advance(SearchSpace space, Ritz ritz, Course course, Step step) {
    int next = course.iteration() + 1;
    if (space.size() + plan.block() > space.capacity() && space.capacity() < pencil.order()) {
      space.restart(kept(ritz, course.before(), course.beforeSize()));
      return new Course(next, step.settled(), new double[0], course.beforeSize());
    }
    int active = Math.min(plan.block(), ritz.size() - step.settled());
    double[] before = ritz.weights(step.settled(), Math.max(0, active));
    return new Course(next, step.settled(), before, ritz.size());
  }

  private void tell(int iteration, Step step, double scale) {
    watch.step(
        new IterationStep(
            what,
            iteration,
            plan.iterations(),
            Math.min(step.settled(), plan.wanted()),
            plan.wanted(),
            scale == 0 ? 0 : step.worst() / scale,
            AIM * plan.residual()));
  }

  /** Residuals of the lowest pairs that have not converged, and up to where all have. */
  private record Step(int settled, double[] residuals, double[] values, double worst) {}

  private Step look(SearchSpace space, Ritz ritz, int settled, int last, double target) {
    int n = pencil.order();
    int window = Math.min(last - settled, 2 * plan.block());
    double worst = 0;
    double[] chosen = new double[plan.block() * n];
    double[] values = new double[plan.block()];
    int count = 0;
    int upTo = settled;
    for (int from = settled; from < settled + window; from += plan.block()) {
      int some = Math.min(plan.block(), settled + window - from);
      double[] residuals = space.residuals(ritz, from, some);
      for (int i = 0; i < some; i++) {
        double length = length(residuals, i * n, n);
        worst = from + i < plan.wanted() ? Math.max(worst, length) : worst;
        if (converged(ritz, from + i, length, target)) {
          upTo += upTo == from + i ? 1 : 0;
        } else if (count < plan.block()) {
          System.arraycopy(residuals, i * n, chosen, count * n, n);
          values[count++] = ritz.values()[from + i];
        }
      }
    }
    return new Step(upTo, Arrays.copyOf(chosen, count * n), Arrays.copyOf(values, count), worst);
  }

  private boolean converged(Ritz ritz, int pair, double residual, double target) {
    if (pair < plan.wanted()) {
      return residual <= target;
    }
    // An eigenvalue lies within the residual of the Ritz value: at worst just this far down.
    double down = ritz.values()[pair] - residual;
    double highest = ritz.values()[plan.wanted() - 1] - target;
    double near = target * Math.pow(plan.residual(), VOUCHING - 1);
    return residual <= target || (residual <= near && down >= highest);
  }

  private int firstUnsettled(SearchSpace space, Ritz ritz, int last, double target) {
    int n = pencil.order();
    for (int from = 0; from < last; from += plan.block()) {
      int some = Math.min(plan.block(), last - from);
      double[] residuals = space.residuals(ritz, from, some);
      for (int i = 0; i < some; i++) {
        if (!converged(ritz, from + i, length(residuals, i * n, n), target)) {
          return from + i;
        }
      }
    }
    return last;
  }

  /** The lowest Ritz vectors, and what those of the step before add to them. */
  private double[] kept(Ritz ritz, double[] before, int beforeSize) {
    int size = ritz.size();
    int keep = Math.min(size, plan.keep());
    int extra = Math.min(before.length / beforeSize, size - keep);
    double[] weights = Arrays.copyOf(ritz.weights(0, keep), (keep + extra) * size);
    int count = keep;
    for (int i = 0; i < extra; i++) {
      int row = count * size;
      Arrays.fill(weights, row, row + size, 0);
      System.arraycopy(before, i * beforeSize, weights, row, beforeSize);
      double left = 0;
      for (int pass = 0; pass < 2; pass++) {
        for (int other = 0; other < row; other += size) {
          double inner = Vectors.dot(weights, row, weights, other, size);
          for (int j = 0; j < size; j++) {
            weights[row + j] -= inner * weights[other + j];
          }
        }
        left = pass == 0 ? length(weights, row, size) : left;
        GramSchmidt.normalise(weights, row, size);
      }
      count += left > 1e-6 ? 1 : 0;
    }
    return Arrays.copyOf(weights, count * size);
  }

  static double length(double[] values, int from, int count) {
    return Math.sqrt(Vectors.dot(values, from, values, from, count));
  }
}
