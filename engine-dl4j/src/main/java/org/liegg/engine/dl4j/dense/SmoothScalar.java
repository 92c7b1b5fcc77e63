package org.liegg.engine.dl4j.dense;

/** The smooth activations without parameters, as Deeplearning4j defines them. */
public enum SmoothScalar implements Scalar {
  /** σ(z) = 1/(1 + e⁻ᶻ). */
  SIGMOID {
    @Override
    public double value(double z) {
      return 1 / (1 + Math.exp(-z));
    }

    @Override
    public double slope(double z, double value) {
      return value * (1 - value);
    }

    @Override
    public void apply(float[] z, int count, float[] slopes, float[] scratch) {
      FloatForms.sigmoid(z, count, slopes, scratch);
    }
  },
  /** tanh z. */
  TANH {
    @Override
    public double value(double z) {
      return tanh(z);
    }

    @Override
    public double slope(double z, double value) {
      return (1 - value) * (1 + value);
    }

    @Override
    public void apply(float[] z, int count, float[] slopes, float[] scratch) {
      FloatForms.tanh(z, count, slopes, scratch);
    }
  },
  /** max(0, tanh z). */
  RECTIFIED_TANH {
    @Override
    public double value(double z) {
      return z > 0 ? tanh(z) : 0;
    }

    @Override
    public double slope(double z, double value) {
      return z > 0 ? (1 - value) * (1 + value) : 0;
    }

    @Override
    public void apply(float[] z, int count, float[] slopes, float[] scratch) {
      FloatForms.rectifiedTanh(z, count, slopes, scratch);
    }
  },
  /**
   * 1.7159·t(2z/3) with t(a) = sgn(a)(1 − 1/(1 + |a| + a² + 1.41645a⁴)), a cheap stand-in for tanh.
   */
  RATIONAL_TANH {
    private static final double SCALE = 1.7159;
    private static final double QUARTIC = 1.41645;

    @Override
    public double value(double z) {
      double a = Math.abs(z) * 2 / 3;
      double rest = a * (1 + a * (1 + QUARTIC * a * a));
      // For large a the quotient's limit, 1, where both of its sides overflow.
      return SCALE * Math.signum(z) * (rest < 1e300 ? rest / (1 + rest) : 1);
    }

    @Override
    public double slope(double z, double value) {
      double a = Math.abs(z) * 2 / 3;
      double denominator = 1 + a * (1 + a * (1 + QUARTIC * a * a));
      return SCALE * 2 / 3 * ((1 + a * (2 + 4 * QUARTIC * a * a)) / denominator) / denominator;
    }
  },
  /** log(1 + eᶻ). */
  SOFTPLUS {
    @Override
    public double value(double z) {
      return Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z)));
    }

    @Override
    public double slope(double z, double value) {
      return 1 / (1 + Math.exp(-z));
    }

    @Override
    public void apply(float[] z, int count, float[] slopes, float[] scratch) {
      FloatForms.softplus(z, count, slopes, scratch);
    }
  },
  /** z/(1 + |z|). */
  SOFTSIGN {
    @Override
    public double value(double z) {
      return z / (1 + Math.abs(z));
    }

    @Override
    public double slope(double z, double value) {
      double rest = 1 / (1 + Math.abs(z));
      return rest * rest;
    }
  },
  /** z·σ(z). */
  SWISH {
    @Override
    public double value(double z) {
      return z / (1 + Math.exp(-z));
    }

    @Override
    public double slope(double z, double value) {
      return gate(z, value) + value * (1 - gate(z, value));
    }

    @Override
    public void apply(float[] z, int count, float[] slopes, float[] scratch) {
      FloatForms.gated(z, count, slopes, scratch, 1, 0);
    }
  },
  /** z·tanh(log(1 + eᶻ)). */
  MISH {
    @Override
    public double value(double z) {
      double e = Math.exp(z);
      double n = e * (e + 2);
      return z * (z > 0 ? 1 - 2 / (n + 2) : n / (n + 2));
    }

    @Override
    public double slope(double z, double value) {
      double t = z == 0 ? 0.6 : value / z;
      return t + z * (1 - t) * (1 + t) / (1 + Math.exp(-z));
    }

    @Override
    public void apply(float[] z, int count, float[] slopes, float[] scratch) {
      FloatForms.mish(z, count, slopes, scratch);
    }
  },
  /** z·σ(1.702z), the sigmoid approximation of GELU; ND4J holds the factor in single precision. */
  GELU {
    private static final double STEEPNESS = 1.702f;

    @Override
    public double value(double z) {
      return z / (1 + Math.exp(-STEEPNESS * z));
    }

    @Override
    public double slope(double z, double value) {
      return gate(z, value) + STEEPNESS * value * (1 - gate(z, value));
    }

    @Override
    public void apply(float[] z, int count, float[] slopes, float[] scratch) {
      FloatForms.gated(z, count, slopes, scratch, (float) STEEPNESS, 0);
    }
  },
  /**
   * z/2·(1 + tanh(√(2/π)(z + (0.044715z)³))), which ND4J calls precise. The approximation that it
   * was meant to be has 0.044715z³; a network trained with this function has learned with this one.
   */
  PRECISE_GELU {
    private static final double CUBIC = 0.044715 * 0.044715 * 0.044715;
    private static final double FACTOR = Math.sqrt(2 / Math.PI);

    @Override
    public double value(double z) {
      return z / 2 * (1 + tanh(FACTOR * z * (1 + CUBIC * z * z)));
    }

    @Override
    public double slope(double z, double value) {
      double gate = gate(z, value);
      // With t = 2·gate − 1: 1 − t² = 4·gate·(1 − gate).
      return gate + 2 * value * (1 - gate) * FACTOR * (1 + 3 * CUBIC * z * z);
    }

    @Override
    public void apply(float[] z, int count, float[] slopes, float[] scratch) {
      // 1 + tanh u = 2σ(2u).
      FloatForms.gated(z, count, slopes, scratch, (float) (2 * FACTOR), (float) CUBIC);
    }
  },
  /** z³. */
  CUBE {
    @Override
    public double value(double z) {
      return z * z * z;
    }

    @Override
    public double slope(double z, double value) {
      return 3 * z * z;
    }
  };

  /** tanh z to a few units in the last place, by the exponential that the hardware is fast at. */
  private static double tanh(double z) {
    double a = Math.abs(z);
    if (a < 0.25) {
      // 1 − e⁻²ᵃ would cancel.
      return Math.tanh(z);
    }
    double t = Math.exp(-2 * a);
    return Math.copySign((1 - t) / (1 + t), z);
  }

  /** The factor g of a value z·g(z) with g(0) = 1/2. */
  private static double gate(double z, double value) {
    return z == 0 ? 0.5 : value / z;
  }
}
