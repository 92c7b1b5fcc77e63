package org.liegg.api.report;

import java.util.Optional;

/** What says how many directions are symmetries. */
public interface CountedDirections {

  /** How many there are. */
  Nullspace.Count count();

  /** Number of directions with a defect at or below the tolerance, trivial ones included. */
  default int dimension() {
    return count().dimension();
  }

  /** How many of them move only what F does not depend on at the tolerance, or nothing. */
  default int trivial() {
    return count().trivial();
  }

  /** {@code [low, high]}, the dimensions that the samples allow. */
  default Optional<int[]> interval() {
    return count().interval();
  }
}
