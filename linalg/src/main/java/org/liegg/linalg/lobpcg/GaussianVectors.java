package org.liegg.linalg.lobpcg;

import java.util.Random;

/** Normally distributed numbers of a seed, of which it is known how many were drawn. */
final class GaussianVectors {
  private final Random random;
  private long drawn;

  GaussianVectors(long seed) {
    random = new Random(seed);
  }

  /** The next so many. */
  double[] next(int count) {
    double[] values = new double[count];
    for (int i = 0; i < count; i++) {
      values[i] = random.nextGaussian();
    }
    drawn += count;
    return values;
  }

  /** How many were drawn. */
  long drawn() {
    return drawn;
  }

  /** Draws on until so many were drawn. */
  void drawUpTo(long count) {
    while (drawn < count) {
      random.nextGaussian();
      drawn++;
    }
  }
}
