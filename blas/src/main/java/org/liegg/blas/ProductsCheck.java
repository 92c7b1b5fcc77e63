package org.liegg.blas;

import java.util.Optional;
import java.util.Random;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;

/**
 * Whether native products are right, by small ones of known result: a library may load, and compute
 * garbage on the machine at hand. Sizes are no multiples of what libraries work in, and large
 * enough for their main loops.
 */
final class ProductsCheck {
  private static final int ROWS = 37;
  private static final int COLUMNS = 75;
  private static final int INNER = 53;

  /** The matrix is a part of one so wide, from this value on. */
  private static final int STRIDE = 61;

  private static final int FROM = 5;

  private ProductsCheck() {}

  /** What is wrong; empty if nothing is. */
  static Optional<String> failure(StridedProducts products) {
    for (boolean transpose : new boolean[] {false, true}) {
      double[] a = random(Math.max(ROWS, INNER) * STRIDE + FROM, 1);
      double[] b = random(INNER * COLUMNS, 2);
      double[] expected = product(transpose, a, b);
      if (!near(floats(products, transpose, a, b), expected, 1e-4)) {
        return Optional.of("sgemm is wrong");
      }
      if (!near(doubles(products, transpose, a, b), expected, 1e-12)) {
        return Optional.of("dgemm is wrong");
      }
    }
    return Optional.empty();
  }

  private static StridedShape shape(boolean transpose) {
    return new StridedShape(transpose, ROWS, COLUMNS, INNER, FROM, STRIDE);
  }

  private static double[] product(boolean transpose, double[] a, double[] b) {
    double[] c = new double[ROWS * COLUMNS];
    for (int row = 0; row < ROWS; row++) {
      for (int k = 0; k < INNER; k++) {
        double factor = a[FROM + (transpose ? k * STRIDE + row : row * STRIDE + k)];
        for (int column = 0; column < COLUMNS; column++) {
          c[row * COLUMNS + column] += factor * b[k * COLUMNS + column];
        }
      }
    }
    return c;
  }

  private static double[] floats(
      StridedProducts products, boolean transpose, double[] a, double[] b) {
    try (FloatPointer left = new FloatPointer(floats(a));
        FloatPointer right = new FloatPointer(floats(b));
        FloatPointer result = new FloatPointer((long) ROWS * COLUMNS)) {
      products.multiply(shape(transpose), left, right, result);
      double[] c = new double[ROWS * COLUMNS];
      for (int i = 0; i < c.length; i++) {
        c[i] = result.get(i);
      }
      return c;
    }
  }

  private static double[] doubles(
      StridedProducts products, boolean transpose, double[] a, double[] b) {
    try (DoublePointer left = new DoublePointer(a);
        DoublePointer right = new DoublePointer(b);
        DoublePointer result = new DoublePointer((long) ROWS * COLUMNS)) {
      products.multiply(shape(transpose), left, right, result);
      double[] c = new double[ROWS * COLUMNS];
      result.get(c);
      return c;
    }
  }

  private static float[] floats(double[] values) {
    float[] floats = new float[values.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) values[i];
    }
    return floats;
  }

  private static double[] random(int count, long seed) {
    return new Random(seed).doubles(count, -1, 1).toArray();
  }

  private static boolean near(double[] actual, double[] expected, double tolerance) {
    for (int i = 0; i < expected.length; i++) {
      // Also where it is not a number.
      if (!(Math.abs(actual[i] - expected[i]) <= tolerance)) {
        return false;
      }
    }
    return true;
  }
}
