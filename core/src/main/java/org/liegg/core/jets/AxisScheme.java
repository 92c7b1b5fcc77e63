package org.liegg.core.jets;

/**
 * How derivatives along an axis are taken, and how they are taken again for a guess of their error.
 *
 * @param points along the axis
 * @param spacing of neighbours
 * @param kind the way
 * @param half points to either side, where polynomials are fitted; else 0
 * @param degree of these polynomials; else 0
 */
record AxisScheme(int points, double spacing, Kind kind, int half, int degree) {
  /** Points more than a derivative needs on either side: errors are of the sixth order. */
  private static final int BEYOND = 2;

  /** The ways. */
  enum Kind {
    DIFFERENCES,
    PERIODIC,
    SMOOTHING
  }

  /** Central differences, with errors of the sixth power of the spacing. */
  static AxisScheme differences(int points, double spacing) {
    return new AxisScheme(points, spacing, Kind.DIFFERENCES, 0, 0);
  }

  /** Trigonometric polynomials. */
  static AxisScheme periodic(int points, double spacing) {
    return new AxisScheme(points, spacing, Kind.PERIODIC, 0, 0);
  }

  /** Polynomials that are fitted to neighbours. */
  static AxisScheme smoothing(int points, double spacing, int half, int degree) {
    return new AxisScheme(points, spacing, Kind.SMOOTHING, half, degree);
  }

  /** Whether points beyond an end are those of the other. */
  boolean circular() {
    return kind == Kind.PERIODIC;
  }

  /**
   * How many points next to either end have no derivatives.
   *
   * @param highest the highest derivative that is taken
   */
  int margin(int highest) {
    return switch (kind) {
      case DIFFERENCES -> reach(highest);
      case PERIODIC -> 0;
      case SMOOTHING -> half;
    };
  }

  private static int reach(int order) {
    return order == 0 ? 0 : (order + 1) / 2 + BEYOND;
  }

  /** What gives the derivative. */
  Stencil weights(int order) {
    if (kind == Kind.SMOOTHING) {
      return Stencil.polynomial(order, half, degree, spacing);
    }
    if (order == 0) {
      return Stencil.VALUE;
    }
    return kind == Kind.PERIODIC
        ? Stencil.periodic(order, points, points / 2, spacing)
        : Stencil.polynomial(order, reach(order), 2 * reach(order), spacing);
  }

  /**
   * What gives it otherwise, the difference being the guess: differences of the fourth order, two
   * thirds of the waves, polynomials of two degrees more.
   */
  Stencil otherwise(int order) {
    if (kind == Kind.SMOOTHING) {
      return Stencil.polynomial(order, half, degree + 2, spacing);
    }
    if (order == 0) {
      return Stencil.VALUE;
    }
    return kind == Kind.PERIODIC
        ? Stencil.periodic(order, points, points / 3, spacing)
        : Stencil.polynomial(order, reach(order) - 1, 2 * reach(order) - 2, spacing);
  }
}
