package org.liegg.engine.dl4j.dense;

/**
 * Between samples as callers have them, one after the other, and as kernels work on them, an array
 * a value with the samples along it. In blocks: the part of a table that is read or written across
 * its rows stays in a cache.
 */
public final class Samples {
  private static final int BLOCK = 8;

  private Samples() {}

  /**
   * Reads samples.
   *
   * @param x samples, {@code width} values each
   * @param from the first one to read
   * @param values {@code width} arrays, of which the first {@code count} values are filled
   */
  static void read(double[] x, int from, int width, float[][] values, int count) {
    for (int block = 0; block < count; block += BLOCK) {
      int end = Math.min(block + BLOCK, count);
      for (int i = 0; i < width; i++) {
        float[] row = values[i];
        for (int s = block; s < end; s++) {
          row[s] = (float) x[(from + s) * width + i];
        }
      }
    }
  }

  /**
   * Writes values of samples.
   *
   * @param values {@code rows} arrays, of which {@code count} values from {@code at} are written
   * @param start where the first value of the first sample goes
   * @param stride from there to the first value of the next sample
   */
  static void write(
      float[][] values, int rows, int at, int count, double[] target, int start, int stride) {
    for (int block = 0; block < count; block += BLOCK) {
      int end = Math.min(block + BLOCK, count);
      for (int i = 0; i < rows; i++) {
        float[] row = values[i];
        for (int s = block; s < end; s++) {
          target[start + s * stride + i] = row[at + s];
        }
      }
    }
  }

  /** Fills part of an array with multiples of the slopes of some samples. */
  static void multiples(float factor, float[] slopes, float[] target, int at, int count) {
    for (int i = 0; i < count; i++) {
      target[at + i] = factor * slopes[i];
    }
  }

  /** As the other, in double precision. */
  static void read(double[] x, int from, int width, double[][] values, int count) {
    for (int block = 0; block < count; block += BLOCK) {
      int end = Math.min(block + BLOCK, count);
      for (int i = 0; i < width; i++) {
        double[] row = values[i];
        for (int s = block; s < end; s++) {
          row[s] = x[(from + s) * width + i];
        }
      }
    }
  }

  /** As the other, from double precision. */
  static void write(
      double[][] values, int rows, int at, int count, double[] target, int start, int stride) {
    for (int block = 0; block < count; block += BLOCK) {
      int end = Math.min(block + BLOCK, count);
      for (int i = 0; i < rows; i++) {
        double[] row = values[i];
        for (int s = block; s < end; s++) {
          target[start + s * stride + i] = row[at + s];
        }
      }
    }
  }

  /** As the other, in double precision. */
  static void multiples(double factor, double[] slopes, double[] target, int at, int count) {
    for (int i = 0; i < count; i++) {
      target[at + i] = factor * slopes[i];
    }
  }
}
