package org.liegg.study.task;

import org.liegg.api.Batch;

/**
 * Inputs and what a network should make of them.
 *
 * @param x {@code samples × inputs}
 * @param y {@code samples × outputs}; under cross-entropy 1 for the class, 0 for the others
 */
public record Samples(Batch x, Batch y) {

  public Samples {
    if (x.rows() != y.rows()) {
      throw new IllegalArgumentException(
          "Samples: %d inputs, %d targets".formatted(x.rows(), y.rows()));
    }
  }

  /** How many there are. */
  public int size() {
    return x.rows();
  }

  /** Those from one, counted from 0, up to another that is not among them. */
  public Samples part(int from, int to) {
    return new Samples(x.slice(from, to), y.slice(from, to));
  }

  Samples first(int count) {
    return part(0, Math.min(count, size()));
  }
}
