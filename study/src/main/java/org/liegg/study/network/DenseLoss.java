package org.liegg.study.network;

import org.liegg.api.Batch;

/** What training minimises. */
public enum DenseLoss {
  /** Mean squared error of a linear output with biases. */
  MEAN_SQUARED_ERROR {
    @Override
    double of(double output, double target) {
      double d = output - target;
      return d * d;
    }

    @Override
    int terms(Batch targets) {
      return targets.values().length;
    }
  },
  /** Cross-entropy of a softmax over the classes, without biases. */
  CROSS_ENTROPY {
    @Override
    double of(double output, double target) {
      return target == 0 ? 0 : -target * Math.log(Math.max(output, Float.MIN_NORMAL));
    }

    @Override
    int terms(Batch targets) {
      return targets.rows();
    }
  };

  /** The part of one output of one sample. */
  abstract double of(double output, double target);

  /** What the sum of all parts is divided by. */
  abstract int terms(Batch targets);

  /**
   * The loss of outputs: of squares the mean over samples and outputs, of cross-entropies the mean
   * over samples, in nats; probabilities count as {@link Float#MIN_NORMAL} at least.
   *
   * @param outputs {@code samples × outputs}, behind the softmax where there is one
   * @param targets {@code samples × outputs}; of classes 1 for the class, 0 for the others
   * @throws IllegalArgumentException if the shapes differ
   */
  public double mean(Batch outputs, Batch targets) {
    if (outputs.rows() != targets.rows() || outputs.columns() != targets.columns()) {
      throw new IllegalArgumentException(
          "outputs %d × %d, targets %d × %d"
              .formatted(outputs.rows(), outputs.columns(), targets.rows(), targets.columns()));
    }
    double sum = 0;
    for (int i = 0; i < targets.values().length; i++) {
      sum += of(outputs.values()[i], targets.values()[i]);
    }
    return sum / terms(targets);
  }
}
