package org.liegg.core.jets;

import java.util.List;
import java.util.Random;
import java.util.function.DoubleBinaryOperator;

/** Known functions on grids. */
final class Solutions {
  /** A period in space, which has all waves up to the fourth: 2π. */
  static final double PERIOD = 2 * Math.PI;

  private Solutions() {}

  /** A sum of decaying waves, u_t = u_xx. */
  static double heat(double t, double x) {
    return Math.exp(-t) * Math.sin(x)
        + 0.5 * Math.exp(-4 * t) * Math.cos(2 * x + 1)
        + 0.2 * Math.exp(-9 * t) * Math.sin(3 * x + 2);
  }

  /** A soliton of speed c, u_t = −u_xxx − 6 u u_x. */
  static double soliton(double t, double x) {
    double c = 1.5;
    return c / 2 / Math.pow(Math.cosh(Math.sqrt(c) / 2 * (x - c * t)), 2);
  }

  /** Two solitons: 2 ∂_x² log f with f of Hirota (Phys. Rev. Lett. 27, 1971). */
  static double solitons(double t, double x) {
    double a = 1;
    double b = 1.5;
    double p = Math.exp(a * x - a * a * a * t);
    double q = Math.exp(b * x - b * b * b * t + 1);
    double shift = Math.pow((a - b) / (a + b), 2);
    double f = 1 + p + q + shift * p * q;
    double slope = a * p + b * q + (a + b) * shift * p * q;
    double second = a * a * p + b * b * q + (a + b) * (a + b) * shift * p * q;
    return 2 * (second * f - slope * slope) / (f * f);
  }

  /** u = −2 φ_x/φ of a solution φ of the heat equation: u_t = u_xx − u u_x (Cole, Hopf). */
  static double burgers(double t, double x) {
    double phi = 3 + Math.exp(-t) * Math.sin(x) + Math.exp(-4 * t) * Math.cos(2 * x);
    double slope = Math.exp(-t) * Math.cos(x) - 2 * Math.exp(-4 * t) * Math.sin(2 * x);
    return -2 * slope / phi;
  }

  /**
   * A function of t and x on a grid from (0, from), with white noise.
   *
   * @param times points along t
   * @param points along x
   */
  static Grid grid(
      DoubleBinaryOperator function,
      int times,
      double dt,
      int points,
      double dx,
      double from,
      double noise) {
    Random random = new Random(3);
    double[] values = new double[times * points];
    for (int i = 0; i < times; i++) {
      for (int j = 0; j < points; j++) {
        values[i * points + j] =
            function.applyAsDouble(i * dt, from + j * dx) + noise * random.nextGaussian();
      }
    }
    return new Grid(1, List.of(times, points), List.of(dt, dx), 1, values);
  }
}
