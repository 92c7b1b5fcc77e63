package org.liegg.metrics;

/**
 * Estimates of the smallest and the largest eigenvalue of a symmetric matrix, without the others:
 * those of its Lanczos tridiagonal, every vector of which is kept orthogonal to all before it, by
 * bisection on Sturm counts. They lie within the spectrum: the smallest is never underestimated,
 * nor the largest overestimated. Whether an end was reached is for the caller to tell.
 */
final class ExtremeValue {
  private static final int STEPS = 64;

  /** Steps between two looks at the ends. */
  private static final int BETWEEN = 4;

  /** An end that moves by less of the largest is taken for reached. */
  private static final double STEADY = 1e-12;

  /** A vector of so little is rounding: all that the first one reaches was seen. */
  private static final double VANISHED = 1e-14;

  private static final int HALVINGS = 64;

  private final double[] diagonal = new double[STEPS];
  private final double[] beside = new double[STEPS + 1]; // i: between step i − 1 and i
  private int steps;

  private ExtremeValue() {}

  /**
   * Estimates both ends, one of them until it is steady.
   *
   * @param rows of the matrix, of which the first {@code order} entries count
   * @param order ≥ 1
   * @param largest which end
   * @return smallest and largest
   */
  static double[] ends(double[][] rows, int order, boolean largest) {
    return new ExtremeValue().iterate(rows, order, largest);
  }

  private double[] iterate(double[][] rows, int order, boolean largest) {
    int most = Math.min(order, STEPS);
    double[][] basis = new double[most][];
    double[] next = Vectors.normalized(ofNoSymmetry(order));
    double end = largest ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    boolean complete = false;
    while (!complete) {
      basis[steps] = next;
      next = image(rows, order, next);
      diagonal[steps] = Vectors.dot(next, basis[steps]);
      steps++;
      for (int k = steps - 1; k >= 0; k--) {
        Vectors.add(next, 0, order, -Vectors.dot(next, basis[k]), basis[k]);
      }
      beside[steps] = Vectors.norm(next);
      complete = steps == most || beside[steps] <= VANISHED * bound();
      if (!complete && steps % BETWEEN == 0) {
        double now = end(largest);
        complete = Math.abs(now - end) <= STEADY * bound();
        end = now;
      }
      next = Vectors.normalized(next);
    }
    return new double[] {end(false), end(true)};
  }

  /** A vector that no matrix of a simple pattern maps into a part of the space. */
  static double[] ofNoSymmetry(int order) {
    double[] x = new double[order];
    for (int i = 0; i < order; i++) {
      x[i] = 1 + 0.5 * Math.sin(i + 1.0);
    }
    return x;
  }

  private static double[] image(double[][] rows, int order, double[] x) {
    double[] image = new double[order];
    double[] factors = new double[4];
    int i = 0;
    for (; i + 4 <= order; i += 4) {
      System.arraycopy(x, i, factors, 0, 4);
      Vectors.addFour(image, 0, order, factors, rows, i, 1);
    }
    for (; i < order; i++) {
      Vectors.add(image, 0, order, x[i], rows[i]);
    }
    return image;
  }

  /** Gershgorin's bound of all magnitudes. */
  private double bound() {
    double bound = 0;
    for (int i = 0; i < steps; i++) {
      double outer = i + 1 < steps ? beside[i + 1] : 0;
      bound = Math.max(bound, Math.abs(diagonal[i]) + (i > 0 ? beside[i] : 0) + outer);
    }
    return bound;
  }

  private double end(boolean largest) {
    double high = bound();
    double low = -high;
    int wanted = largest ? steps : 1;
    for (int halving = 0; halving < HALVINGS && low < high; halving++) {
      double middle = low + (high - low) / 2;
      if (below(middle) >= wanted) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return largest ? low : high;
  }

  /** How many eigenvalues of the tridiagonal are below a shift: negative pivots. */
  private int below(double shift) {
    int count = 0;
    double pivot = 1;
    for (int i = 0; i < steps; i++) {
      double off = i > 0 ? beside[i] : 0;
      pivot = diagonal[i] - shift - (off == 0 ? 0 : off * off / pivot);
      if (pivot == 0) {
        pivot = -Double.MIN_NORMAL;
      }
      count += pivot < 0 ? 1 : 0;
    }
    return count;
  }
}
