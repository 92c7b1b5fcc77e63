package org.liegg.api.orbit;

import org.liegg.api.Batch;
import org.liegg.api.Matrix;
import org.liegg.api.Shapes;

/** x ↦ Ax + b on R^n: what an element of a group does to samples or to outputs. */
public sealed interface AffineMap {

  /** n. */
  int size();

  /** b, n numbers. */
  double[] shift();

  /** A, n × n. */
  Matrix linear();

  /** The map, row by row. */
  Batch apply(Batch rows);

  /** x ↦ x. */
  static AffineMap identity(int size) {
    int[] sources = new int[size];
    double[] factors = new double[size];
    for (int i = 0; i < size; i++) {
      sources[i] = i;
      factors[i] = 1;
    }
    return new Gather(sources, factors, new double[size]);
  }

  /**
   * Every component is taken from one place: {@code (gx)_i = factors_i x_(sources_i) + shift_i}, as
   * permutations, changes of signs and quarter turns of images do.
   *
   * @param sources n places, from 0
   * @param factors n numbers; 0 where nothing is taken
   * @param shift n numbers
   */
  record Gather(int[] sources, double[] factors, double[] shift) implements AffineMap {

    /**
     * @throws IllegalArgumentException if the lengths differ, or a place is not one of the n
     */
    public Gather {
      Shapes.requireLength("factors", factors, sources.length);
      Shapes.requireLength("shift", shift, sources.length);
      for (int source : sources) {
        if (source < 0 || source >= sources.length) {
          throw new IllegalArgumentException("place %d of %d".formatted(source, sources.length));
        }
      }
    }

    @Override
    public int size() {
      return sources.length;
    }

    @Override
    public Matrix linear() {
      int n = size();
      double[] values = new double[n * n];
      for (int i = 0; i < n; i++) {
        values[i * n + sources[i]] = factors[i];
      }
      return new Matrix(n, n, values);
    }

    @Override
    public Batch apply(Batch rows) {
      int n = size();
      double[] moved = new double[rows.values().length];
      for (int at = 0; at < moved.length; at++) {
        int i = at % n;
        moved[at] = factors[i] * rows.values()[at - i + sources[i]] + shift[i];
      }
      return new Batch(rows.rows(), n, moved);
    }
  }

  /**
   * Any map.
   *
   * @param linear A, n × n
   * @param shift b, n
   */
  record Dense(Matrix linear, double[] shift) implements AffineMap {

    /**
     * @throws IllegalArgumentException if the sizes do not fit each other
     */
    public Dense {
      Shapes.requireLength("shift", shift, linear.rows());
      if (linear.rows() != linear.columns()) {
        throw new IllegalArgumentException(
            "a map of %d × %d".formatted(linear.rows(), linear.columns()));
      }
    }

    @Override
    public int size() {
      return shift.length;
    }

    @Override
    public Batch apply(Batch rows) {
      int n = size();
      double[] moved = new double[rows.values().length];
      for (int row = 0; row < moved.length; row += n) {
        for (int i = 0; i < n; i++) {
          double sum = shift[i];
          for (int j = 0; j < n; j++) {
            sum += linear.values()[i * n + j] * rows.values()[row + j];
          }
          moved[row + i] = sum;
        }
      }
      return new Batch(rows.rows(), n, moved);
    }
  }
}
