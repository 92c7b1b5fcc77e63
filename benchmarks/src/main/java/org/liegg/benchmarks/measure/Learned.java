package org.liegg.benchmarks.measure;

import java.util.Random;
import java.util.function.Function;
import org.liegg.api.Batch;

/**
 * A task of which a network is learned.
 *
 * @param task what it learns
 * @param draw draws a sample
 * @param features the network
 */
record Learned(DifferentiableMap task, Function<Random, double[]> draw, RandomFeatures features) {
  private static final int TRAINING = 8000;

  /** The network learned on the first samples, at the first half of them. */
  Subject.Made made() {
    Batch samples = Samples.rows(TRAINING, features.seed() + 1000, draw);
    return new Subject.Made(features.fit(samples, task), samples.slice(0, Samples.COUNT));
  }

  /** Standard normal samples, with this mean in every column. */
  static Function<Random, double[]> normal(int columns, double mean) {
    return random -> Samples.shifted(Samples.normal(random, columns), mean);
  }

  static Function<Random, double[]> uniform(double low, double high, int columns) {
    return random -> Samples.uniform(random, low, high, columns);
  }
}
