package org.liegg.core.samples;

import java.util.OptionalLong;
import java.util.Random;
import org.liegg.api.Batch;
import org.liegg.api.Dataset;
import org.liegg.data.Datasets;

/** Samples of many kinds, seeded. */
final class SampleData {
  private SampleData() {}

  static Dataset dataset(Batch batch) {
    return Datasets.of("samples", batch);
  }

  static SampleSurvey survey(Batch batch) {
    return SampleSurvey.of(dataset(batch), OptionalLong.empty(), 100);
  }

  static Independence independence(Batch batch) {
    return Independence.of(survey(batch), dataset(batch), OptionalLong.empty(), 100);
  }

  static Batch normal(int rows, int columns, long seed) {
    Random random = new Random(seed);
    double[] values = new double[rows * columns];
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextGaussian();
    }
    return new Batch(rows, columns, values);
  }

  static Batch uniform(int rows, int columns, long seed) {
    return new Batch(rows, columns, new Random(seed).doubles((long) rows * columns).toArray());
  }

  static Batch logNormal(int rows, int columns, double sigma, long seed) {
    Batch normal = normal(rows, columns, seed);
    for (int i = 0; i < normal.values().length; i++) {
      normal.values()[i] = Math.exp(sigma * normal.values()[i]);
    }
    return normal;
  }

  /** Student's t with a few degrees of freedom. */
  static Batch student(int rows, int columns, int freedom, long seed) {
    Random random = new Random(seed);
    double[] values = new double[rows * columns];
    for (int i = 0; i < values.length; i++) {
      double squares = 0;
      for (int k = 0; k < freedom; k++) {
        squares += Math.pow(random.nextGaussian(), 2);
      }
      values[i] = random.nextGaussian() / Math.sqrt(squares / freedom);
    }
    return new Batch(rows, columns, values);
  }

  /** An AR(1) process of a correlation length. */
  static Batch autoregressive(int rows, int columns, double length, long seed) {
    Batch noise = normal(rows, columns, seed);
    double a = Math.exp(-1 / length);
    double[] values = noise.values();
    for (int i = columns; i < values.length; i++) {
      values[i] = a * values[i - columns] + Math.sqrt(1 - a * a) * values[i];
    }
    return noise;
  }

  static Batch walk(int rows, int columns, long seed) {
    Batch noise = normal(rows, columns, seed);
    for (int i = columns; i < noise.values().length; i++) {
      noise.values()[i] += noise.values()[i - columns];
    }
    return noise;
  }

  /** A smooth orbit in R⁶: three turning angles. */
  static Batch orbit(int rows) {
    double[] values = new double[rows * 6];
    double[] speeds = {1, Math.sqrt(2), Math.PI};
    for (int n = 0; n < rows; n++) {
      for (int k = 0; k < 3; k++) {
        double angle = 2e-3 * n * speeds[k];
        values[n * 6 + 2 * k] = (k + 1) * Math.cos(angle);
        values[n * 6 + 2 * k + 1] = (k + 1) * Math.sin(angle);
      }
    }
    return new Batch(rows, 6, values);
  }

  static Batch sphere(int rows, int columns, long seed) {
    Batch normal = normal(rows, columns, seed);
    double[] values = normal.values();
    for (int n = 0; n < rows; n++) {
      double squares = 0;
      for (int i = 0; i < columns; i++) {
        squares += Math.pow(values[n * columns + i], 2);
      }
      for (int i = 0; i < columns; i++) {
        values[n * columns + i] /= Math.sqrt(squares);
      }
    }
    return normal;
  }

  /** Copies with noise of normal points, those of one point behind each other. */
  static Batch copies(int points, int each, int columns, double noise, long seed) {
    Batch centers = normal(points, columns, seed);
    Batch jitter = normal(points * each, columns, seed + 1);
    for (int n = 0; n < points * each; n++) {
      for (int i = 0; i < columns; i++) {
        jitter.values()[n * columns + i] = centers.get(n / each, i) + noise * jitter.get(n, i);
      }
    }
    return jitter;
  }

  static Batch shuffled(Batch batch, long seed) {
    Random random = new Random(seed);
    int columns = batch.columns();
    double[] values = batch.values().clone();
    for (int last = batch.rows() - 1; last > 0; last--) {
      int chosen = random.nextInt(last + 1);
      for (int i = 0; i < columns; i++) {
        double value = values[last * columns + i];
        values[last * columns + i] = values[chosen * columns + i];
        values[chosen * columns + i] = value;
      }
    }
    return new Batch(batch.rows(), columns, values);
  }
}
