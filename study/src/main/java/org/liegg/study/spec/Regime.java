package org.liegg.study.spec;

/**
 * How a network is trained, beside the numbers of {@link Training}.
 *
 * @param augmentation which samples it is shown
 * @param weightDecay what every update takes away of a weight, as a share of the learning rate
 * @param pretrain epochs in which the hidden layers first learn to give the inputs back, before the
 *     whole is trained on the targets; 0 for none
 * @param layerwise whether hidden layers are trained one after the other, each with an output layer
 *     of its own, those below staying as they are
 */
public record Regime(
    Augmentation augmentation, double weightDecay, int pretrain, boolean layerwise) {

  /** Training of everything at once on the samples as they are. */
  public static Regime plain() {
    return new Regime(Augmentation.NONE, 0, 0, false);
  }
}
