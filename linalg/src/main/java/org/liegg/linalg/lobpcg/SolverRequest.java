package org.liegg.linalg.lobpcg;

/**
 * What is asked of the smallest singular values and defects.
 *
 * @param owner whose work it is, as messages name it
 * @param wanted p, how many
 * @param most up to so many are looked for while all that were found are symmetries; p where no
 *     more are to be looked for
 * @param samples N
 * @param rows N·k
 * @param room the memory there is
 * @param iterations steps of one problem for p
 * @param residual what has to be reached
 */
record SolverRequest(
    String owner,
    int wanted,
    int most,
    long samples,
    long rows,
    Room room,
    int iterations,
    double residual) {

  /** The memory that a search may use. */
  interface Room {

    /** Vectors that a search space for so many may hold; 0 where that is not even the least. */
    int capacity(int count);

    /** Whether so many numbers fit beside the largest search space for p. */
    boolean holds(double numbers);
  }

  /** The plan for the smallest {@code count} of a problem of some order. */
  SolverPlan plan(int count, int order) {
    int steps = iterations + SolverPlan.iterationsFor(count) - SolverPlan.iterationsFor(wanted);
    int vectors = Math.max(room.capacity(count), SolverPlan.smallCapacity(count));
    return SolverPlan.of(count, order, vectors, Math.max(iterations, steps), residual);
  }

  /** How many are looked for after so many were not enough; no more where none fit. */
  int more(int count, int order) {
    int next = Math.min(2 * count, Math.min(most, order));
    return next > count && room.capacity(next) > 0 ? next : count;
  }
}
