package org.liegg.linalg.defect;

import org.liegg.api.Matrix;
import org.liegg.blas.DenseKernel;
import org.liegg.blas.Kernels;
import org.liegg.blas.Scale;
import org.liegg.linalg.dense.Orientation;
import org.liegg.linalg.dense.Orthonormal;

/**
 * For a complete basis, from one eigenproblem for each moment ({@link CompleteBaseline}). W is
 * never formed to be multiplied by: its two factors act one after the other.
 *
 * @param trivial see {@link Whitening#trivial}
 * @param exponent see {@link Whitening#exponent}
 * @param basis where field (i, p) is, its values near 1 in magnitude
 * @param left x_r, a row each
 * @param right y_s, a row each
 * @param sensitive for every row of W its pair, {@code s · left.rows() + r}
 * @param scale for every row of W what its pair is multiplied by
 */
record KroneckerWhitening(
    Matrix trivial,
    int exponent,
    KroneckerBasis basis,
    Matrix left,
    Matrix right,
    int[] sensitive,
    double[] scale)
    implements Whitening {

  /** Numbers in a piece of rows that is worked on at a time. */
  private static final int PIECE = 1 << 20;

  /** In the coordinates of a baseline. */
  static KroneckerWhitening of(KroneckerBasis original, CompleteBaseline baseline) {
    int size = Scale.exponent(Scale.largest(original.values(), original.values().length));
    double[] near1 = original.values().clone();
    Scale.by(near1, near1.length, -size);
    KroneckerBasis basis =
        new KroneckerBasis(original.components(), original.features(), original.fields(), near1);
    int rows = baseline.coordinates().left().rows();
    int columns = baseline.coordinates().right().rows();
    int[] sensitive = new int[baseline.rank()];
    for (int w = 0; w < sensitive.length; w++) {
      sensitive[w] =
          baseline.coordinates().pairs()[w] % columns * rows
              + baseline.coordinates().pairs()[w] / columns;
    }
    return new KroneckerWhitening(
        trivial(basis, baseline),
        baseline.exponent() + 2 * size,
        basis,
        baseline.coordinates().left(),
        baseline.coordinates().right(),
        sensitive,
        baseline.coordinates().scale());
  }

  private static Matrix trivial(KroneckerBasis basis, CompleteBaseline baseline) {
    int m = basis.fields().length;
    double[] matrices = baseline.trivial(Integer.MAX_VALUE);
    double[] rows = new double[matrices.length];
    boolean uniform = basis.uniform();
    for (int k = 0; k < baseline.trivialCount(); k++) {
      for (int at = 0; at < m; at++) {
        double value = basis.values()[at];
        rows[k * m + basis.fields()[at]] =
            matrices[k * m + at] / (uniform ? Math.signum(value) : value);
      }
    }
    Matrix trivial = new Matrix(baseline.trivialCount(), m, rows);
    // Fields of one size keep what is orthogonal so.
    Matrix orthonormal = uniform && !baseline.sheared() ? trivial : Orthonormal.rows(trivial);
    if (m > 0) {
      Orientation.apply(orthonormal.values(), m);
    }
    return orthonormal;
  }

  @Override
  public int rank() {
    return sensitive.length;
  }

  @Override
  public Matrix whitener() {
    int m = basis.fields().length;
    double[] rows = new double[rank() * m];
    for (int w = 0; w < rank(); w++) {
      int r = sensitive[w] % left.rows();
      int s = sensitive[w] / left.rows();
      for (int i = 0; i < left.columns(); i++) {
        for (int p = 0; p < right.columns(); p++) {
          int at = i * right.columns() + p;
          rows[w * m + basis.fields()[at]] =
              scale[w] * left.get(r, i) * right.get(s, p) / basis.values()[at];
        }
      }
    }
    return new Matrix(rank(), m, rows);
  }

  @Override
  public Matrix images(Matrix rows, Kernels kernels) {
    double[] images = new double[rows.rows() * rank()];
    DenseKernel kernel = kernels.forWork(operations(rows.rows()));
    int step = step();
    for (int from = 0; from < rows.rows(); from += step) {
      image(rows, from, Math.min(rows.rows(), from + step), kernel, images);
    }
    return new Matrix(rows.rows(), rank(), images);
  }

  private void image(Matrix rows, int from, int to, DenseKernel kernel, double[] images) {
    int d = left.columns();
    int p = right.columns();
    int m = d * p;
    double[] piece = new double[(to - from) * m];
    for (int n = from; n < to; n++) {
      for (int at = 0; at < m; at++) {
        piece[(n - from) * m + at] = rows.values()[n * m + basis.fields()[at]] / basis.values()[at];
      }
    }
    Matrix features = kernel.multiplyByTransposed(new Matrix((to - from) * d, p, piece), right);
    Matrix turned = turned(features, d);
    double[] both = kernel.multiplyByTransposed(turned, left).values();
    int all = left.rows() * right.rows();
    for (int n = from; n < to; n++) {
      for (int w = 0; w < rank(); w++) {
        images[n * rank() + w] = scale[w] * both[(n - from) * all + sensitive[w]];
      }
    }
  }

  @Override
  public Matrix combinations(Matrix coefficients, Kernels kernels) {
    int m = basis.fields().length;
    double[] combinations = new double[coefficients.rows() * m];
    DenseKernel kernel = kernels.forWork(operations(coefficients.rows()));
    int step = step();
    for (int from = 0; from < coefficients.rows(); from += step) {
      int to = Math.min(coefficients.rows(), from + step);
      combine(coefficients, from, to, kernel, combinations);
    }
    return new Matrix(coefficients.rows(), m, combinations);
  }

  private void combine(
      Matrix coefficients, int from, int to, DenseKernel kernel, double[] combinations) {
    int all = left.rows() * right.rows();
    double[] piece = new double[(to - from) * all];
    for (int n = from; n < to; n++) {
      for (int w = 0; w < rank(); w++) {
        piece[(n - from) * all + sensitive[w]] = scale[w] * coefficients.values()[n * rank() + w];
      }
    }
    Matrix components =
        kernel.multiply(new Matrix((to - from) * right.rows(), left.rows(), piece), left);
    double[] both = kernel.multiply(turned(components, right.rows()), right).values();
    int m = basis.fields().length;
    for (int n = from; n < to; n++) {
      for (int at = 0; at < m; at++) {
        combinations[n * m + basis.fields()[at]] = both[(n - from) * m + at] / basis.values()[at];
      }
    }
  }

  /** Each stack of so many rows transposed. */
  private static Matrix turned(Matrix stacks, int rows) {
    int columns = stacks.columns();
    double[] turned = new double[stacks.values().length];
    for (int from = 0; from < turned.length; from += rows * columns) {
      for (int i = 0; i < rows; i++) {
        for (int j = 0; j < columns; j++) {
          turned[from + j * rows + i] = stacks.values()[from + i * columns + j];
        }
      }
    }
    return new Matrix(rows == 0 ? 0 : turned.length / rows, rows, turned);
  }

  private double operations(int rows) {
    double m = basis.fields().length;
    return 2.0 * rows * m * (left.columns() + right.columns());
  }

  private int step() {
    return Math.max(1, PIECE / basis.fields().length);
  }
}
