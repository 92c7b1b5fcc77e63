package org.liegg.study.spec;

import java.util.Optional;
import org.liegg.study.network.DenseActivation;

/**
 * How a network is trained, beside the numbers of {@link Training}.
 *
 * @param augmentation which samples it is shown
 * @param weightDecay what every update takes away of a weight, as a share of the learning rate
 * @param pretrain epochs in which the hidden layers first learn to give the inputs back, before the
 *     whole is trained on the targets; 0 for none
 * @param layerwise whether hidden layers are trained one after the other, each with an output layer
 *     of its own, those below staying as they are
 * @param activation of the hidden layers, where networks differ by it; that of {@link Training}
 *     otherwise
 */
public record Regime(
    Augmentation augmentation,
    double weightDecay,
    int pretrain,
    boolean layerwise,
    Optional<DenseActivation> activation) {

  /** With the activation of {@link Training}. */
  public Regime(Augmentation augmentation, double weightDecay, int pretrain, boolean layerwise) {
    this(augmentation, weightDecay, pretrain, layerwise, Optional.empty());
  }

  /** Training of everything at once on the samples as they are. */
  public static Regime plain() {
    return new Regime(Augmentation.NONE, 0, 0, false);
  }
}
