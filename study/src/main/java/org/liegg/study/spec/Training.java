package org.liegg.study.spec;

import org.liegg.study.network.DenseActivation;

/**
 * The numbers of a training with Adam.
 *
 * @param epochs passes over the samples
 * @param batchSize samples an update
 * @param learningRate of the first epoch
 * @param schedule what becomes of it
 * @param activation of the hidden layers
 */
public record Training(
    int epochs, int batchSize, double learningRate, Schedule schedule, DenseActivation activation) {

  /** How the learning rate goes over the epochs. */
  public enum Schedule {
    /** It stays. */
    CONSTANT,
    /** It falls to 0 along half a cosine. */
    COSINE
  }

  /** The learning rate of one of so many epochs, counted from 0. */
  public double rate(int epoch, int of) {
    return schedule == Schedule.CONSTANT
        ? learningRate
        : learningRate * 0.5 * (1 + Math.cos(Math.PI * epoch / of));
  }
}
