package org.liegg.tck;

/**
 * Exact Jacobians of functions whose symmetries are known, row-major, for tests of what looks for
 * them.
 */
public final class SymmetricFunctions {

  private SymmetricFunctions() {}

  /** ∇ of sin‖a‖ − ½‖b‖³ + a·b / (‖a‖‖b‖), x = (a, b) in R⁵ × R⁵: invariant to so(5) on both. */
  public static double[] o5(double[] x) {
    double aa = 0;
    double bb = 0;
    double ab = 0;
    for (int i = 0; i < 5; i++) {
      aa += x[i] * x[i];
      bb += x[5 + i] * x[5 + i];
      ab += x[i] * x[5 + i];
    }
    double a = Math.sqrt(aa);
    double b = Math.sqrt(bb);
    double[] gradient = new double[10];
    for (int i = 0; i < 5; i++) {
      double ai = x[i];
      double bi = x[5 + i];
      gradient[i] = Math.cos(a) * ai / a + bi / (a * b) - ab * ai / (aa * a * b);
      gradient[5 + i] = -1.5 * b * bi + ai / (a * b) - ab * bi / (a * bb * b);
    }
    return gradient;
  }

  /** ∇ of x₀² − x₁² − x₂² − x₃²: invariant to so(1,3). */
  public static double[] minkowski(double[] x) {
    return new double[] {2 * x[0], -2 * x[1], -2 * x[2], -2 * x[3]};
  }

  /** ∇ of tanh(½ ρvL/μ), x = (ρ, v, L, μ): invariant to three scalings. */
  public static double[] reynolds(double[] x) {
    double half = 0.5 * x[0] * x[1] * x[2] / x[3];
    double slope = 1 - Math.tanh(half) * Math.tanh(half);
    return new double[] {
      slope * half / x[0], slope * half / x[1], slope * half / x[2], -slope * half / x[3]
    };
  }

  /** Jacobian of {@link #inertia3Value}, 9 × 9. */
  public static double[] inertia3(double[] x) {
    double[] jacobian = new double[81];
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        for (int point = 0; point < 3; point++) {
          for (int k = 0; k < 3; k++) {
            double diagonal = i == j ? 2 * x[3 * point + k] : 0;
            double outer = (i == k ? x[3 * point + j] : 0) + (j == k ? x[3 * point + i] : 0);
            jacobian[(3 * i + j) * 9 + 3 * point + k] = diagonal - outer;
          }
        }
      }
    }
    return jacobian;
  }

  /** Σ (r²I − rrᵀ) over three points r of R³, 9 entries: equivariant to so(3). */
  public static double[] inertia3Value(double[] x) {
    double[] tensor = new double[9];
    for (int point = 0; point < 9; point += 3) {
      double square = square(x[point]) + square(x[point + 1]) + square(x[point + 2]);
      for (int i = 0; i < 3; i++) {
        for (int j = 0; j < 3; j++) {
          tensor[3 * i + j] += (i == j ? square : 0) - x[point + i] * x[point + j];
        }
      }
    }
    return tensor;
  }

  /**
   * Euler's equations of a free rigid body with moments of inertia 1, 1, 2: equivariant to the
   * rotations about the third axis.
   */
  public static double[] rigidBodyValue(double[] w) {
    return new double[] {-w[1] * w[2], w[2] * w[0], 0};
  }

  /** Jacobian of {@link #rigidBodyValue}, 3 × 3. */
  public static double[] rigidBody(double[] w) {
    return new double[] {0, -w[2], -w[1], w[2], 0, w[0], 0, 0, 0};
  }

  /**
   * ∇ of |p − q|² + sin |q − r|² + |p − q|²·|r − p|², three points of the plane: invariant to
   * se(2).
   */
  public static double[] distances(double[] x) {
    double pq = square(x[0] - x[2]) + square(x[1] - x[3]);
    double qr = square(x[2] - x[4]) + square(x[3] - x[5]);
    double rp = square(x[4] - x[0]) + square(x[5] - x[1]);
    double[] gradient = new double[6];
    for (int i = 0; i < 2; i++) {
      double toQ = 2 * (1 + rp) * (x[i] - x[2 + i]);
      double toR = 2 * Math.cos(qr) * (x[2 + i] - x[4 + i]);
      double toP = 2 * pq * (x[4 + i] - x[i]);
      gradient[i] = toQ - toP;
      gradient[2 + i] = toR - toQ;
      gradient[4 + i] = toP - toR;
    }
    return gradient;
  }

  /** x xᵀ, row by row. */
  public static double[] outerValue(double[] x) {
    double[] matrix = new double[x.length * x.length];
    for (int i = 0; i < matrix.length; i++) {
      matrix[i] = x[i / x.length] * x[i % x.length];
    }
    return matrix;
  }

  /** Its Jacobian. */
  public static double[] outer(double[] x) {
    int n = x.length;
    double[] jacobian = new double[n * n * n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        jacobian[(i * n + j) * n + i] += x[j];
        jacobian[(i * n + j) * n + j] += x[i];
      }
    }
    return jacobian;
  }

  /** x / |x|², x in the plane. */
  public static double[] inversionValue(double[] x) {
    double r = square(x[0]) + square(x[1]);
    return new double[] {x[0] / r, x[1] / r};
  }

  /** Its Jacobian, 1/|x|² − 2 x xᵀ/|x|⁴. */
  public static double[] inversion(double[] x) {
    double r = square(x[0]) + square(x[1]);
    double mixed = -2 * x[0] * x[1] / (r * r);
    return new double[] {1 / r - 2 * square(x[0] / r), mixed, mixed, 1 / r - 2 * square(x[1] / r)};
  }

  private static double square(double t) {
    return t * t;
  }
}
