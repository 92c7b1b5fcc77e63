package org.liegg.api;

/**
 * How an opened model was verified: its Jacobians in double precision against central differences
 * of its outputs along random directions.
 *
 * @param status whether the check was run
 * @param samples how many samples it looked at; 0 where it was skipped
 * @param error largest difference found, as a share of the largest derivative; 0 where it was
 *     skipped
 */
public record SelfCheck(Status status, int samples, double error) {

  /** Whether a check was run. */
  public enum Status {
    /** The Jacobians are the derivatives of the outputs. */
    PASSED,
    /** Nobody looked. */
    SKIPPED
  }

  /**
   * @throws IllegalArgumentException if a number is negative or not a number
   */
  public SelfCheck {
    Shapes.requireNonNegative("samples", samples);
    if (!(error >= 0)) {
      throw new IllegalArgumentException("SelfCheck: an error of " + error);
    }
  }

  /** Not run. */
  public static SelfCheck skipped() {
    return new SelfCheck(Status.SKIPPED, 0, 0);
  }

  /** Run on so many samples, with this largest relative error. */
  public static SelfCheck passed(int samples, double error) {
    return new SelfCheck(Status.PASSED, samples, error);
  }
}
