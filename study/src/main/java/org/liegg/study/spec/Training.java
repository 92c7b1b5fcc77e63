package org.liegg.study.spec;

import java.util.Optional;
import org.liegg.study.network.DenseActivation;

/**
 * The numbers of a training with Adam.
 *
 * @param epochs passes over the samples; under {@link Schedule#PLATEAU} the most there may be
 * @param batchSize samples an update
 * @param learningRate of the first epoch
 * @param schedule what becomes of it
 * @param activation of the hidden layers
 * @param plateau when the rate falls under {@link Schedule#PLATEAU}; empty under the others
 */
public record Training(
    int epochs,
    int batchSize,
    double learningRate,
    Schedule schedule,
    DenseActivation activation,
    Optional<Plateau> plateau) {

  /** With {@link Plateau#usual()} where the schedule has use for it. */
  public Training(
      int epochs,
      int batchSize,
      double learningRate,
      Schedule schedule,
      DenseActivation activation) {
    this(
        epochs,
        batchSize,
        learningRate,
        schedule,
        activation,
        schedule == Schedule.PLATEAU ? Optional.of(Plateau.usual()) : Optional.empty());
  }

  /** How the learning rate goes over the epochs. */
  public enum Schedule {
    /** It stays. */
    CONSTANT,
    /** It falls to 0 along half a cosine. */
    COSINE,
    /** It is halved where the error does not fall, until little is left of it. */
    PLATEAU
  }

  /**
   * The learning rate of one of so many epochs, counted from 0. Under {@link Schedule#PLATEAU} it
   * is the first one, which pre-training keeps: errors alone decide when it falls.
   */
  public double rate(int epoch, int of) {
    return schedule == Schedule.COSINE
        ? learningRate * 0.5 * (1 + Math.cos(Math.PI * epoch / of))
        : learningRate;
  }
}
