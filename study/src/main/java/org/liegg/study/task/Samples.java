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

  int size() {
    return x.rows();
  }

  Samples first(int count) {
    int end = Math.min(count, size());
    return new Samples(x.slice(0, end), y.slice(0, end));
  }
}
