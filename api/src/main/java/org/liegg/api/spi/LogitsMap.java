package org.liegg.api.spi;

import org.liegg.api.Head;

/** What a head does to the logits of one sample and to their derivatives. */
interface LogitsMap {

  /** The head. */
  Head head();

  /**
   * Replaces logits by the head's values.
   *
   * @param z logits, of which those of the sample begin at {@code from}
   * @param k how many it has
   * @return a measure of the logits' size; 0 where the head has no value
   */
  double outputs(double[] z, int from, int k);

  /**
   * Replaces the derivatives of the logits by those of the head.
   *
   * @param values the head's values at the sample, from {@code from} on
   * @param size what {@link #outputs} returned
   * @param rows {@code k × d}, those of the sample begin at {@code from · d}
   * @param sum room for d numbers
   */
  void rows(double[] values, int from, int k, double size, double[] rows, double[] sum);
}
