package org.liegg.study.spec;

/**
 * Training until nothing is won any more. A share of the training samples is set aside; where the
 * error on it has not fallen by a stated share for some epochs, the learning rate is halved, and
 * training ends when little of the rate is left. The held-out samples have no part in it.
 *
 * @param validationShare share of the training samples that is set aside, at least one sample; a
 *     network is not trained on them
 * @param improvement share of the smallest error so far by which an error has to be smaller to
 *     count as better
 * @param patience epochs in a row without a better error after which the rate is halved
 * @param rateFraction training ends with the halving that brings the rate to this fraction of the
 *     first one or below
 */
public record Plateau(
    double validationShare, double improvement, int patience, double rateFraction) {

  /** A tenth set aside, 1 % in 5 epochs, down to a fiftieth of the rate: six halvings. */
  public static Plateau usual() {
    return new Plateau(0.1, 0.01, 5, 0.02);
  }

  /** How many of so many training samples are set aside. */
  public int validationSamples(int samples) {
    return (int) Math.max(1, Math.round(validationShare * samples));
  }
}
