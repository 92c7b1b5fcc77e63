package org.liegg.training.dl4j;

/**
 * When measurements are taken.
 *
 * @param unit what is counted
 * @param every how many of them lie between two measurements, ≥ 1
 */
record MeasurementSchedule(Unit unit, int every) {

  enum Unit {
    EPOCH,
    ITERATION
  }

  /**
   * @throws IllegalArgumentException if it is less than 1
   */
  MeasurementSchedule {
    if (every < 1) {
      throw new IllegalArgumentException("every %d: at least 1 is needed".formatted(every));
    }
  }

  /** Whether to measure, so many of these having been done since the network was made. */
  boolean due(Unit done, int count) {
    return done == unit && count % every == 0;
  }
}
