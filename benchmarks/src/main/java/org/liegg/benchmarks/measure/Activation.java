package org.liegg.benchmarks.measure;

/** What a layer applies to its sums. */
enum Activation {
  LINEAR {
    @Override
    double value(double z) {
      return z;
    }

    @Override
    double slope(double z) {
      return 1;
    }
  },
  TANH {
    @Override
    double value(double z) {
      return Math.tanh(z);
    }

    @Override
    double slope(double z) {
      double t = Math.tanh(z);
      return 1 - t * t;
    }
  },
  SWISH {
    @Override
    double value(double z) {
      return z * sigmoid(z);
    }

    @Override
    double slope(double z) {
      double s = sigmoid(z);
      return s + z * s * (1 - s);
    }
  };

  abstract double value(double z);

  abstract double slope(double z);

  private static double sigmoid(double z) {
    return 1 / (1 + Math.exp(-z));
  }
}
