package org.liegg.metrics;

import java.util.Arrays;
import org.liegg.api.Matrix;
import org.liegg.api.spi.support.StateInput;
import org.liegg.api.spi.support.StateOutput;

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
    addSquares(new double[][] {image}, 0, 1, 1);
  }

  /**
   * Adds {@code image imageᵀ} of several images.
   *
   * @param images of r numbers each
   * @param first the first that is added
   * @param step from one to the next
   * @param count how many
   */
  void addSquares(double[][] images, int first, int step, int count) {
    addProduct(images, images, first, step, count);
  }

  /**
   * Adds the upper triangle of {@code leftᵀ right}, of sums that are symmetric as a whole.
   *
   * @param left rows of r numbers
   * @param right as many rows of r numbers
   */
  void addProduct(double[][] left, double[][] right) {
    addProduct(left, right, 0, 1, left.length);
  }

  /** A row of the form is summed in an array of its own, see {@link Vectors#addFour}. */
  private void addProduct(double[][] left, double[][] right, int first, int step, int count) {
    if (count == 0) {
      return;
    }
    double[] sum = own();
    double[] row = new double[directions()];
    double[] factors = new double[4];
    for (int i = 0; i < row.length; i++) {
      int from = layout.starts()[i] + i;
      int end = layout.ends()[i];
      System.arraycopy(sum, from, row, i, end - i);
      int at = first;
      int k = 0;
      for (; k + 4 <= count; k += 4, at += 4 * step) {
        for (int f = 0; f < 4; f++) {
          factors[f] = left[at + f * step][i];
        }
        Vectors.addFour(row, i, end, factors, right, at, step);
      }
      for (; k < count; k++, at += step) {
        Vectors.add(row, i, end, left[at][i], right[at]);
      }
      System.arraycopy(row, i, sum, from, end - i);
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

  /** Writes all entries; of a form that is 0, none. */
  void writeTo(StateOutput out) {
    out.writeDoubles(dense());
  }

  /** Reads a form that was written. */
  static UpperForm readFrom(StateInput in, UpperLayout layout) {
    double[] values = in.readDoubles();
    in.require(values.length == 0 || values.length == layout.length());
    return new UpperForm(layout, values, ZERO);
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
