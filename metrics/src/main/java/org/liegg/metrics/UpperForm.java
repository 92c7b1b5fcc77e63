package org.liegg.metrics;

import java.util.Arrays;
import org.liegg.api.Matrix;

/**
 * A symmetric form on directions, the sum of squares so far. One that nothing was added to takes no
 * memory, and a difference shares the numbers of its two sides. Only {@link #add} and {@link
 * #addSquares} change a form, and only until it is combined with others. Confined to one thread.
 */
final class UpperForm {
  private static final double[] ZERO = new double[0];

  private final UpperLayout layout;
  private double[] values; // by the layout; none for 0
  private final double[] less; // what is taken away of each; none for nothing

  private UpperForm(UpperLayout layout, double[] values, double[] less) {
    this.layout = layout;
    this.values = values;
    this.less = less;
  }

  /** The form that is 0. */
  static UpperForm zero(UpperLayout layout) {
    return new UpperForm(layout, ZERO, ZERO);
  }

  /** r. */
  int directions() {
    return layout.directions();
  }

  /** Whether nothing was added. */
  boolean isZero() {
    return values.length == 0;
  }

  /** The entry of two directions; 0 where they belong to different groups. */
  double at(int i, int j) {
    int first = Math.min(i, j);
    int second = Math.max(i, j);
    if (isZero() || second >= layout.ends()[first]) {
      return 0;
    }
    int at = layout.starts()[first] + second;
    return less.length == 0 ? values[at] : values[at] - less[at];
  }

  /** Adds to one entry, {@code i ≤ j} of one group. */
  void add(int i, int j, double value) {
    own()[layout.starts()[i] + j] += value;
  }

  /** Adds {@code image imageᵀ}. */
  void addSquare(double[] image) {
    addSquares(image, 0, image.length, 1);
  }

  /**
   * Adds {@code image imageᵀ} of several images, four at a time: a sum is then read and written
   * once for four products.
   *
   * @param images of r numbers each
   * @param from where the first begins
   * @param stride from one to the next
   * @param count how many
   */
  void addSquares(double[] images, int from, int stride, int count) {
    if (count == 0) {
      return;
    }
    double[] sum = own();
    int k = 0;
    for (; k + 4 <= count; k += 4) {
      addFour(sum, images, from + k * stride, stride);
    }
    for (; k < count; k++) {
      int at = from + k * stride;
      for (int i = 0; i < directions(); i++) {
        double factor = images[at + i];
        if (factor != 0) {
          int to = layout.starts()[i];
          for (int j = i; j < layout.ends()[i]; j++) {
            sum[to + j] += factor * images[at + j];
          }
        }
      }
    }
  }

  private void addFour(double[] sum, double[] images, int a, int stride) {
    int b = a + stride;
    int c = b + stride;
    int d = c + stride;
    for (int i = 0; i < directions(); i++) {
      double ofA = images[a + i];
      double ofB = images[b + i];
      double ofC = images[c + i];
      double ofD = images[d + i];
      int to = layout.starts()[i];
      int end = layout.ends()[i];
      for (int j = i; j < end; j++) {
        sum[to + j] +=
            ofA * images[a + j] + ofB * images[b + j] + ofC * images[c + j] + ofD * images[d + j];
      }
    }
  }

  /**
   * Adds the upper triangle of {@code left rightᵀ}, of sums that are symmetric as a whole.
   *
   * @param left r numbers from {@code from} on
   * @param right r numbers
   */
  void addProduct(double[] left, int from, double[] right) {
    double[] sum = own();
    for (int i = 0; i < right.length; i++) {
      double factor = left[from + i];
      int to = layout.starts()[i];
      for (int j = i; factor != 0 && j < layout.ends()[i]; j++) {
        sum[to + j] += factor * right[j];
      }
    }
  }

  private double[] own() {
    if (isZero()) {
      values = new double[layout.length()];
    }
    return values;
  }

  /** The same in an array of its own, to be added to. */
  UpperForm copy() {
    return new UpperForm(layout, dense().clone(), ZERO);
  }

  private double[] dense() {
    if (less.length == 0) {
      return values;
    }
    double[] difference = new double[values.length];
    for (int i = 0; i < difference.length; i++) {
      difference[i] = values[i] - less[i];
    }
    return difference;
  }

  UpperForm times(double factor) {
    double[] scaled = dense().clone();
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] *= factor;
    }
    return new UpperForm(layout, scaled, ZERO);
  }

  UpperForm plus(UpperForm other) {
    if (isZero() || other.isZero()) {
      return isZero() ? other : this;
    }
    double[] sum = dense().clone();
    double[] more = other.dense();
    for (int i = 0; i < sum.length; i++) {
      sum[i] += more[i];
    }
    return new UpperForm(layout, sum, ZERO);
  }

  /** What is left without a part of this; both stay in memory as long as it does. */
  UpperForm minus(UpperForm part) {
    return part.isZero() ? this : new UpperForm(layout, dense(), part.dense());
  }

  /** The directions {@code from} (inclusive) to {@code to} (exclusive) alone. */
  UpperForm select(int from, int to, UpperLayout selected) {
    if (isZero()) {
      return zero(selected);
    }
    double[] part = new double[selected.length()];
    for (int i = from; i < to; i++) {
      int start = layout.starts()[i];
      int target = selected.starts()[i - from] - from;
      for (int j = i; j < Math.min(to, layout.ends()[i]); j++) {
        int at = start + j;
        part[target + j] = less.length == 0 ? values[at] : values[at] - less[at];
      }
    }
    return new UpperForm(selected, part, ZERO);
  }

  /**
   * The same form on combinations of the directions.
   *
   * @param q a row a combination, {@code count × r}
   * @param combined the layout of a single group of so many
   */
  UpperForm of(Matrix q, UpperLayout combined) {
    if (isZero()) {
      return zero(combined);
    }
    int r = directions();
    double[] square = square();
    double[] image = new double[r];
    UpperForm all = zero(combined);
    for (int k = 0; k < q.rows(); k++) {
      Arrays.fill(image, 0);
      for (int i = 0; i < r; i++) {
        double factor = q.get(k, i);
        for (int j = 0; factor != 0 && j < r; j++) {
          image[j] += factor * square[i * r + j];
        }
      }
      for (int l = k; l < q.rows(); l++) {
        double sum = 0;
        for (int j = 0; j < r; j++) {
          sum += image[j] * q.values()[l * r + j];
        }
        all.add(k, l, sum);
      }
    }
    return all;
  }

  /** All entries, row by row. */
  private double[] square() {
    int r = directions();
    double[] square = new double[r * r];
    for (int i = 0; i < r; i++) {
      for (int j = i; j < r; j++) {
        double value = at(i, j);
        square[i * r + j] = value;
        square[j * r + i] = value;
      }
    }
    return square;
  }

  /** {@code cᵀ · form · c}, which is not negative but for rounding. */
  double quadratic(double[] c) {
    if (isZero()) {
      return 0;
    }
    double sum = 0;
    for (int i = 0; i < c.length; i++) {
      if (c[i] != 0) {
        sum += 2 * c[i] * (less.length == 0 ? row(i, c) : rowOfDifference(i, c));
      }
    }
    return Math.max(0, sum);
  }

  private double row(int i, double[] c) {
    int at = layout.starts()[i];
    double row = 0.5 * values[at + i] * c[i];
    for (int j = i + 1; j < layout.ends()[i]; j++) {
      row += values[at + j] * c[j];
    }
    return row;
  }

  private double rowOfDifference(int i, double[] c) {
    int at = layout.starts()[i];
    double row = 0.5 * (values[at + i] - less[at + i]) * c[i];
    for (int j = i + 1; j < layout.ends()[i]; j++) {
      row += (values[at + j] - less[at + j]) * c[j];
    }
    return row;
  }
}
