package org.liegg.algebra;

/** Exact gradients of functions whose symmetries are known. */
final class KnownGradients {

  private KnownGradients() {}

  /** ∇ of x₀² − x₁² − x₂² − x₃². */
  static double[] minkowski(double[] x) {
    return new double[] {2 * x[0], -2 * x[1], -2 * x[2], -2 * x[3]};
  }

  // o5: sin‖a‖ − ½‖b‖³ + a·b / (‖a‖‖b‖), a and b in R⁵; reynolds: tanh(½ ρvL/μ); distances: |p −
  // q|²
  // + sin |q − r|² + |p − q|²·|r − p|², three points of the plane.

  static double[] o5(double[] x) {
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

  static double[] reynolds(double[] x) {
    double half = 0.5 * x[0] * x[1] * x[2] / x[3];
    double slope = 1 - Math.tanh(half) * Math.tanh(half);
    return new double[] {
      slope * half / x[0], slope * half / x[1], slope * half / x[2], -slope * half / x[3]
    };
  }

  static double[] distances(double[] x) {
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

  private static double square(double t) {
    return t * t;
  }
}
