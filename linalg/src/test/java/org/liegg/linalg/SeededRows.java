package org.liegg.linalg;

import java.util.Random;
import org.liegg.api.Rows;

final class SeededRows {

  private SeededRows() {}

  static double[] normal(int count, long seed) {
    Random random = new Random(seed);
    double[] values = new double[count];
    for (int i = 0; i < count; i++) {
      values[i] = random.nextGaussian();
    }
    return values;
  }

  static Rows normal(int rows, int columns, long seed) {
    return new Rows(rows, columns, normal(rows * columns, seed));
  }
}
