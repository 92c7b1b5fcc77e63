package org.liegg.engine.keras;

import java.util.Arrays;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;

/** Numbers in row-major order. */
record Tensor(int[] shape, double[] values) {

  Tensor {
    int size = Arrays.stream(shape).reduce(1, (a, b) -> a * b);
    if (values.length != size) {
      throw new IllegalArgumentException(values.length + " values for " + Arrays.toString(shape));
    }
  }

  static Tensor zeros(int... shape) {
    return new Tensor(shape, new double[Arrays.stream(shape).reduce(1, (a, b) -> a * b)]);
  }

  /** A value for every place of a matrix. */
  interface Cell {
    double at(int row, int column);
  }

  /** A value for every pixel and channel of an image. */
  interface Pixel {
    double at(int row, int column, int channel);
  }

  static Tensor of(int height, int width, int channels, Pixel pixel) {
    return of(height * width, channels, (at, c) -> pixel.at(at / width, at % width, c))
        .reshape(height, width, channels);
  }

  static Tensor of(int rows, int columns, Cell cell) {
    Tensor matrix = zeros(rows, columns);
    for (int i = 0; i < rows * columns; i++) {
      matrix.values[i] = cell.at(i / columns, i % columns);
    }
    return matrix;
  }

  /** Values in (−1, 1) that single precision holds exactly. */
  static Tensor random(Random random, int... shape) {
    return zeros(shape).map(zero -> (float) (2 * random.nextDouble() - 1));
  }

  Tensor map(DoubleUnaryOperator function) {
    return new Tensor(shape, Arrays.stream(values).map(function).toArray());
  }

  Tensor reshape(int... other) {
    return new Tensor(other, values);
  }

  double get(int... index) {
    return values[at(index)];
  }

  void add(double value, int... index) {
    values[at(index)] += value;
  }

  private int at(int... index) {
    int at = 0;
    for (int i = 0; i < shape.length; i++) {
      at = at * shape[i] + index[i];
    }
    return at;
  }

  float[] floats() {
    float[] floats = new float[values.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) values[i];
    }
    return floats;
  }
}
