package org.liegg.client;

import java.util.Optional;

/**
 * How far an analysis is.
 *
 * @param stage what is done, e.g. {@code samples}, {@code finite transformations}
 * @param done samples so far, or steps of an iteration
 * @param total of them in all, where that is known
 * @param secondsLeft how long this stage will still take, as far as the pace so far tells
 * @param spectrum what the samples so far say
 */
public record Progress(
    String stage,
    long done,
    Optional<Long> total,
    Optional<Double> secondsLeft,
    Optional<PartialSpectrum> spectrum) {

  /**
   * The spectrum of some of the samples.
   *
   * @param samples how many
   * @param singularValues descending, divided by the root of the number of samples
   */
  public record PartialSpectrum(long samples, double[] singularValues) {}
}
