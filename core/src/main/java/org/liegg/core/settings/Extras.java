package org.liegg.core.settings;

/**
 * What is computed beside the answer.
 *
 * @param finiteSamples on how many samples finite transformations are tried, ≥ 0; 0 for none
 * @param stability whether the extraction is repeated on halves of the samples and on noisy ones,
 *     which takes three times as long again
 * @param discrete whether signed permutations of inputs that the model keeps are looked for
 */
public record Extras(int finiteSamples, boolean stability, boolean discrete) {
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

  /** Finite transformations, but no stability trials and no discrete symmetries. */
  public static Extras defaults() {
    return new Extras(DEFAULT_FINITE_SAMPLES, false, false);
  }

  /** Nothing beside the answer. */
  public static Extras none() {
    return new Extras(0, false, false);
  }
}
