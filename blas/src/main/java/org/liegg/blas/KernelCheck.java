package org.liegg.blas;

import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.liegg.api.FieldBasis;
import org.liegg.api.Matrix;

/**
 * Whether a native kernel computes what it says. OpenBLAS 0.3.19 returns garbage eigenvectors with
 * status 0 on AVX-512 machines, so that a library that loads is not yet one that works.
 */
final class KernelCheck {
  private static final int SMALL = 23;
  private static final int INNER = 37;

  /** Large enough for the blocked, vectorised code paths. */
  private static final int ORDER = 200;

  private static final double TOLERANCE = 1e-11;

  private KernelCheck() {}

  /** What is wrong, empty if nothing is. */
  static Optional<String> failure(DenseKernel kernel) {
    Random random = new Random(20221);
    DenseKernel java = new JavaKernel();
    Matrix a = random(random, SMALL, INNER);
    Matrix b = random(random, INNER, SMALL);
    if (differ(java.multiply(a, b).values(), kernel.multiply(a, b).values())
        || differ(
            java.multiplyByTransposed(a, a).values(), kernel.multiplyByTransposed(a, a).values())) {
      return Optional.of("dgemm is wrong");
    }
    if (differ(inPlace(java, a, b), inPlace(kernel, a, b))) {
      return Optional.of("dgemm within its own memory is wrong");
    }
    if (differ(gram(java, b), gram(kernel, b))) {
      return Optional.of("dsyrk is wrong");
    }
    if (differ(pairs(java, a), pairs(kernel, a))) {
      return Optional.of("dgemm on columns is wrong");
    }
    double[] symmetric = symmetric(random);
    if (!EigenCheck.holds(symmetric, kernel.eigen(symmetric, ORDER))) {
      return Optional.of("dsyevd returns vectors that are no eigenvectors, with status 0");
    }
    SymmetricEigen few = kernel.smallest(symmetric, ORDER, new SmallestVectors(INNER, SMALL, 0));
    if (!EigenCheck.holds(symmetric, few)) {
      return Optional.of("dstemr returns vectors that are no eigenvectors, with status 0");
    }
    return factorFailure(kernel, random);
  }

  /**
   * Of rank 100: more rows than columns, and columns that depend on others. The kernel's own
   * products, which are right by now, make the test and check it.
   */
  private static Optional<String> factorFailure(DenseKernel kernel, Random random) {
    Matrix left = random(random, 2 * ORDER, ORDER / 2);
    Matrix tall = kernel.multiply(left, random(random, ORDER / 2, ORDER));
    Matrix factor = factor(kernel, tall);
    double[] expected = gram(kernel, tall);
    double[] actual = gram(kernel, factor);
    int exponent = Scale.exponent(Scale.largest(expected, expected.length));
    Scale.by(expected, expected.length, -exponent);
    Scale.by(actual, actual.length, -exponent);
    if (differ(expected, actual)) {
      return Optional.of("dgeqrt is wrong");
    }
    Matrix oblong = random(random, INNER, SMALL);
    if (!SvdCheck.holds(factor, kernel.rightSvd(factor))
        || !SvdCheck.holds(oblong, kernel.rightSvd(oblong))) {
      return Optional.of("dgesdd returns vectors that are no singular vectors, with status 0");
    }
    return Optional.empty();
  }

  /** In two parts. */
  private static Matrix factor(DenseKernel kernel, Matrix rows) {
    int columns = rows.columns();
    int half = rows.rows() / 2;
    try (TriangularWorkspace workspace =
        kernel.triangular(new double[columns * columns], columns)) {
      workspace.add(rows.values().clone(), half);
      workspace.add(
          Arrays.copyOfRange(rows.values(), half * columns, rows.values().length),
          rows.rows() - half);
      return new Matrix(columns, columns, workspace.upper());
    }
  }

  private static double[] gram(DenseKernel kernel, Matrix rows) {
    int columns = rows.columns();
    try (GramWorkspace workspace = kernel.gram(new double[columns * columns], columns)) {
      workspace.add(rows.values(), rows.rows());
      double[] sum = workspace.upper();
      Symmetric.mirror(sum, columns);
      return sum;
    }
  }

  /** Two groups of two, over the rows of a matrix of at least ten columns. */
  private static double[] pairs(DenseKernel kernel, Matrix rows) {
    FieldBasis.Builder builder = FieldBasis.builder(4, 4);
    for (int i = 0; i < 4; i++) {
      builder.entry(i, i, 1).entry(i, i ^ 1, 1).endField();
    }
    KroneckerLayout layout = KroneckerLayout.of(builder.build());
    double[] zero = new double[(int) layout.size()];
    try (PairWorkspace workspace = kernel.pairs(zero, layout)) {
      workspace.add(rows.values(), rows.values(), SMALL);
      return workspace.sum();
    }
  }

  private static Matrix random(Random random, int rows, int columns) {
    double[] values = random.doubles((long) rows * columns, -1, 1).toArray();
    return new Matrix(rows, columns, values);
  }

  private static double[] symmetric(Random random) {
    double[] values = random(random, ORDER, ORDER).values();
    Symmetric.mirror(values, ORDER);
    return values;
  }

  private static boolean differ(double[] expected, double[] actual) {
    for (int i = 0; i < expected.length; i++) {
      if (!(Math.abs(expected[i] - actual[i]) <= TOLERANCE)) {
        return true;
      }
    }
    return false;
  }

  /** Every kind of product that decompositions ask of stores, one on top of the other. */
  private static double[] inPlace(DenseKernel kernel, Matrix a, Matrix b) {
    int length = a.values().length;
    try (Store store = kernel.store(2L * length + 2L * SMALL * SMALL)) {
      store.put(0, a.values(), 0, length);
      store.put(length, b.values(), 0, length);
      View left = store.view(0, SMALL, INNER);
      View right = store.view(length, INNER, SMALL);
      View first = store.view(2L * length, SMALL, SMALL);
      View second = store.view(2L * length + SMALL * SMALL, SMALL, SMALL);
      kernel.multiply(1, false, left, false, right, 0, first);
      kernel.multiply(2, false, left, true, left, 0, second);
      kernel.multiply(-1, true, right, false, right, 0.5, second);
      kernel.multiply(
          1, false, second.columns(1, 5), false, left.rows(2, 5).columns(0, SMALL), 1, first);
      return first.toArray();
    }
  }
}
