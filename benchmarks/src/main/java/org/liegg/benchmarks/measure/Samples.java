package org.liegg.benchmarks.measure;

import java.util.Random;
import java.util.function.Function;
import org.liegg.api.Batch;

/** Seeded samples. */
final class Samples {
  /** Samples of a case of the table. */
  static final int COUNT = 4000;

  private Samples() {}

  static Batch rows(int count, long seed, Function<Random, double[]> row) {
    Random random = new Random(seed);
    double[][] drawn = new double[count][];
    for (int n = 0; n < count; n++) {
      drawn[n] = row.apply(random);
    }
    int columns = drawn[0].length;
    double[] values = new double[count * columns];
    for (int n = 0; n < count; n++) {
      System.arraycopy(drawn[n], 0, values, n * columns, columns);
    }
    return new Batch(count, columns, values);
  }

  static Batch rows(long seed, Function<Random, double[]> row) {
    return rows(COUNT, seed, row);
  }

  /** Standard normal. */
  static Batch normal(int columns, long seed) {
    return rows(seed, random -> normal(random, columns));
  }

  /** Normal with this mean in the first column. */
  static Batch normalAt(double mean, int columns, long seed) {
    return rows(
        seed,
        random -> {
          double[] x = normal(random, columns);
          x[0] += mean;
          return x;
        });
  }

  static Batch uniform(double low, double high, int columns, long seed) {
    return rows(seed, random -> uniform(random, low, high, columns));
  }

  static double[] normal(Random random, int columns) {
    double[] x = new double[columns];
    for (int i = 0; i < columns; i++) {
      x[i] = random.nextGaussian();
    }
    return x;
  }

  static double[] uniform(Random random, double low, double high, int columns) {
    double[] x = new double[columns];
    for (int i = 0; i < columns; i++) {
      x[i] = low + (high - low) * random.nextDouble();
    }
    return x;
  }

  /** Adds one vector to every group of as many coordinates. */
  static double[] shifted(double[] x, double... by) {
    for (int i = 0; i < x.length; i++) {
      x[i] += by[i % by.length];
    }
    return x;
  }
}
