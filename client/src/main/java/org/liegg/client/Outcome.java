package org.liegg.client;

import java.util.Optional;

/**
 * What an analysis found, in short; the report has all of it.
 *
 * @param verdict {@code invariant}, {@code broken} or {@code insufficient-evidence}
 * @param dimension of the symmetries, insensitive ones included
 * @param candidates how many candidate fields there were
 * @param algebra what the algebra is called, where it has a name
 * @param gate of a check, what came of it
 * @param seconds how long it took
 */
public record Outcome(
    String verdict,
    int dimension,
    int candidates,
    Optional<String> algebra,
    Optional<GateOutcome> gate,
    double seconds) {

  /**
   * What came of a check.
   *
   * @param expected the algebra or group
   * @param verdict {@code invariant}, {@code broken} or {@code insufficient-evidence}
   * @param maxDefect the largest defect that was to pass
   * @param worst the defect of the worst direction, where it was measured
   * @param text the same in a sentence
   */
  public record GateOutcome(
      String expected, String verdict, double maxDefect, Optional<Bounds> worst, String text) {}

  /**
   * A number with its bounds.
   *
   * @param value as measured
   * @param low at least
   * @param high at most
   */
  public record Bounds(double value, double low, double high) {}
}
