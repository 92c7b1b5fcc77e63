package org.liegg.linalg.lobpcg;

import org.liegg.api.DecompositionOptions;

/**
 * How the smallest eigenpairs of one problem are searched for.
 *
 * @param wanted p, how many
 * @param guard random vectors beside those that are wanted: what they find keeps a cluster from
 *     being cut
 * @param block vectors that a step adds
 * @param capacity vectors that the search space holds at most
 * @param iterations steps after which the search is given up
 * @param residual as {@link DecompositionOptions#residual()}
 * @param seed of the random vectors
 */
record SolverPlan(
    int wanted, int guard, int block, int capacity, int iterations, double residual, long seed) {

  static final int BLOCK = 16;

  private static final long SEED = 20221;
  private static final int LARGE = 256;
  private static final int LEAST_GUARD = 8;
  private static final int LEAST_ITERATIONS = 500;
  private static final int ITERATIONS_A_VECTOR = 50;

  /** The plan for a problem of some order. */
  static SolverPlan of(int wanted, int order, int capacity, int iterations, double residual) {
    int p = Math.min(wanted, order);
    int room = Math.min(order, capacity);
    return new SolverPlan(p, guardOf(wanted), BLOCK, room, iterations, residual, SEED);
  }

  /**
   * The same with random vectors of its own. Where a problem starts from what another found, the
   * vectors of that one would have nothing left to add.
   */
  SolverPlan drawing(String problem) {
    long other = seed + problem.hashCode();
    return new SolverPlan(wanted, guard, block, capacity, iterations, residual, other);
  }

  static int guardOf(int wanted) {
    return Math.max(LEAST_GUARD, wanted / 4);
  }

  /** Steps that are allowed for so many values, unless said otherwise. */
  static int iterationsFor(int wanted) {
    return LEAST_ITERATIONS + ITERATIONS_A_VECTOR * wanted;
  }

  /** The capacity that is used where memory allows. */
  static int largeCapacity(int wanted) {
    return Math.max(LARGE, 3 * smallCapacity(wanted));
  }

  /** The capacity below which the search is not worth starting. */
  static int smallCapacity(int wanted) {
    return 2 * wanted + 2 * guardOf(wanted) + 4 * BLOCK;
  }

  /** Vectors to start from. */
  int start() {
    return wanted + guard;
  }

  /** Ritz vectors that a restart keeps. */
  int keep() {
    return Math.max(Math.min(wanted + guard, capacity - 2 * block), capacity * 2 / 5);
  }
}
