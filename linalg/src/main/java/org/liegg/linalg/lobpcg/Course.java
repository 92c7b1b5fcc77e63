package org.liegg.linalg.lobpcg;

/**
 * Where an iteration stands beside its search space.
 *
 * @param iteration steps taken
 * @param settled the lowest pairs that have converged, as far as was looked
 * @param before weights of the Ritz vectors of the step before, in the basis as it was then; none
 *     right after a restart
 * @param beforeSize vectors of that basis
 */
record Course(int iteration, int settled, double[] before, int beforeSize) {

  /** No step yet. */
  static Course start() {
    return new Course(0, 0, new double[0], 1);
  }
}
