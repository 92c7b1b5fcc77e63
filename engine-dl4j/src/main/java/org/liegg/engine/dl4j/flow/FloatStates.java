package org.liegg.engine.dl4j.flow;

import org.liegg.blas.affine.FloatMatrix;
import org.liegg.blas.affine.FloatRowProducts;
import org.liegg.blas.affine.ProductChoice;

/**
 * One time of many series, in single precision: what a recurrent layer multiplies and copies. A
 * series is {@code times × width} values; series lie one after the other.
 *
 * @param times of a series
 * @param choice computes the products
 */
record FloatStates(int times, ProductChoice<FloatRowProducts> choice) {

  /** The product of states, a row a series, with weights. */
  void multiply(float[] states, int rows, FloatMatrix weights, float[] product) {
    double work = 2.0 * rows * weights.inner() * weights.columns();
    choice.forWork(work).multiply(states, 0, rows, weights, product, 0);
  }

  /** Adds what the series have at a time, to a row each. */
  void addFrom(float[] series, int width, int time, float[] sum, int rows) {
    for (int row = 0; row < rows; row++) {
      add(series, (row * times + time) * width, sum, row * width, width);
    }
  }

  /** Adds rows to what the series have at a time. */
  void addTo(float[] series, int width, int time, float[] more, int rows) {
    for (int row = 0; row < rows; row++) {
      add(more, row * width, series, (row * times + time) * width, width);
    }
  }

  /** Sets what the series have at a time. */
  void put(float[] series, int width, int time, float[] states, int rows) {
    for (int row = 0; row < rows; row++) {
      System.arraycopy(states, row * width, series, (row * times + time) * width, width);
    }
  }

  private static void add(float[] more, int from, float[] sum, int to, int count) {
    for (int i = 0; i < count; i++) {
      sum[to + i] += more[from + i];
    }
  }
}
