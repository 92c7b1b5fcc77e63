package org.liegg.core.settings;

/**
 * What is computed beside the answer.
 *
 * @param finiteSamples on how many samples finite transformations are tried, ≥ 0; 0 for none
 * @param stability whether the extraction is repeated on halves of the samples and on noisy ones,
 *     which takes three times as long again
 */
public record Extras(int finiteSamples, boolean stability) {
  /** Default number of samples that finite transformations are tried on. */
  public static final int DEFAULT_FINITE_SAMPLES = 1000;

  /**
   * Checks the number.
   *
   * @throws IllegalArgumentException if it is negative
   */
  public Extras {
    Checks.require(
        finiteSamples >= 0, "finite-samples is %d: give 0 for none".formatted(finiteSamples));
  }

  /** Finite transformations, but no stability trials. */
  public static Extras defaults() {
    return new Extras(DEFAULT_FINITE_SAMPLES, false);
  }

  /** Nothing beside the answer. */
  public static Extras none() {
    return new Extras(0, false);
  }
}
