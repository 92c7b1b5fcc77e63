package org.liegg.engine.dl4j.dense;

/**
 * Activations and their slopes in single precision, over the values of one neuron for many samples.
 * Every method replaces z by the values and fills the slopes; both are right to a few units in the
 * last place of the larger of the result and its summands. Choices between two formulas are made by
 * products with 0 and 1, for the sake of vector instructions: a branch on the sign of a neuron is
 * mispredicted half of the time.
 */
final class FloatForms {

  /** Its square times the smallest number of single precision is above 1. */
  private static final float HUGE = 1e38f;

  /** Where sigmoids are 0 to single precision even as a share of what multiplies them. */
  private static final float FAR = -88;

  private FloatForms() {}

  /** max(0, z). */
  static void relu(float[] z, int count, float[] slopes) {
    for (int i = 0; i < count; i++) {
      float value = Math.max(0, z[i]);
      slopes[i] = Math.min(1, value * HUGE * HUGE);
      z[i] = value;
    }
  }

  /** z from 0 on, αz below. */
  static void leakyRelu(float[] z, int count, float[] slopes, float alpha) {
    for (int i = 0; i < count; i++) {
      float below = Math.min(1, Math.max(0, -z[i]) * HUGE * HUGE);
      float slope = 1 - below + below * alpha;
      slopes[i] = slope;
      z[i] *= slope;
    }
  }

  /** 1/(1 + e⁻ᶻ). */
  static void sigmoid(float[] z, int count, float[] slopes, float[] scratch) {
    for (int i = 0; i < count; i++) {
      slopes[i] = -Math.max(FAR, z[i]);
    }
    FloatExp.exp(slopes, count, scratch);
    for (int i = 0; i < count; i++) {
      float value = 1 / (1 + slopes[i]);
      z[i] = value;
      // 1 − σ = e⁻ᶻσ, without the cancellation.
      slopes[i] = value * (slopes[i] * value);
    }
  }

  /** z·σ(p) with p = steepness·z·(1 + cubic·z²): swish and both kinds of GELU. */
  static void gated(
      float[] z, int count, float[] slopes, float[] scratch, float steepness, float cubic) {
    for (int i = 0; i < count; i++) {
      float square = cubic * Math.min(1e8f, z[i] * z[i]);
      slopes[i] = -Math.max(FAR, steepness * z[i] * (1 + square));
    }
    FloatExp.exp(slopes, count, scratch);
    for (int i = 0; i < count; i++) {
      float square = cubic * Math.min(1e8f, z[i] * z[i]);
      float gate = 1 / (1 + slopes[i]);
      // Far out, where the gate is about 10⁻³⁸ and should be 0, z may be as large.
      float value = Math.max(-1e4f, z[i]) * gate;
      slopes[i] = gate + value * (slopes[i] * gate) * steepness * (1 + 3 * square);
      z[i] = value;
    }
  }

  /** tanh z. */
  static void tanh(float[] z, int count, float[] slopes, float[] scratch) {
    for (int i = 0; i < count; i++) {
      slopes[i] = -2 * Math.abs(z[i]);
    }
    FloatExp.expm1(slopes, count, scratch);
    for (int i = 0; i < count; i++) {
      float sign = Math.max(-1, Math.min(1, z[i] * HUGE * HUGE));
      float rest = 1 / (1 + slopes[i]);
      z[i] = -sign * scratch[i] * rest;
      slopes[i] = 4 * slopes[i] * rest * rest;
    }
  }

  /** max(0, tanh z). */
  static void rectifiedTanh(float[] z, int count, float[] slopes, float[] scratch) {
    tanh(z, count, slopes, scratch);
    for (int i = 0; i < count; i++) {
      float value = Math.max(0, z[i]);
      slopes[i] *= Math.min(1, value * HUGE * HUGE);
      z[i] = value;
    }
  }

  /** log(1 + eᶻ), by log(1 + e) = 2 artanh(e/(2 + e)) for e = e^−|z| ≤ 1. */
  static void softplus(float[] z, int count, float[] slopes, float[] scratch) {
    for (int i = 0; i < count; i++) {
      slopes[i] = -Math.abs(z[i]);
    }
    FloatExp.exp(slopes, count, scratch);
    for (int i = 0; i < count; i++) {
      float e = slopes[i];
      float positive = Math.max(0, z[i]);
      float above = Math.min(1, positive * HUGE * HUGE);
      slopes[i] = (e + above * (1 - e)) / (1 + e);
      float s = e / (2 + e);
      scratch[i] = s;
      z[i] = positive;
    }
    for (int i = 0; i < count; i++) {
      float s = scratch[i];
      z[i] += 2 * s * artanhSeries(s * s);
    }
  }

  /** artanh(√w)/√w for w ≤ 1/9: the next term is below 10⁻⁹. */
  private static float artanhSeries(float w) {
    return 1 + w * (1f / 3 + w * (1f / 5 + w * (1f / 7 + w * highTerms(w))));
  }

  private static float highTerms(float w) {
    return 1f / 9 + w * (1f / 11 + w * (1f / 13 + w * (1f / 15 + w * (1f / 17))));
  }

  /** z·tanh(log(1 + eᶻ)) = z·n/(n + 2) with n = eᶻ(eᶻ + 2). */
  static void mish(float[] z, int count, float[] slopes, float[] scratch) {
    // From 40 on the quotient is 1 to single precision, and n is far from overflowing.
    for (int i = 0; i < count; i++) {
      slopes[i] = Math.min(40, z[i]);
    }
    FloatExp.exp(slopes, count, scratch);
    for (int i = 0; i < count; i++) {
      float e = slopes[i];
      float n = e * (e + 2);
      float rest = 1 / (n + 2);
      float tanh = n * rest;
      float held = Math.min(40, z[i]);
      slopes[i] = tanh + held * (4 * rest * ((n + 1) * rest)) * (e / (1 + e));
      z[i] *= tanh;
    }
  }

  /** z from 0 on, α(eᶻ − 1) below; at 0 the slope is 1. */
  static void elu(float[] z, int count, float[] slopes, float[] scratch, float alpha) {
    for (int i = 0; i < count; i++) {
      slopes[i] = Math.min(0, z[i]);
    }
    FloatExp.expm1(slopes, count, scratch);
    for (int i = 0; i < count; i++) {
      float below = Math.min(1, Math.max(0, -z[i]) * HUGE * HUGE);
      slopes[i] = 1 - below + below * alpha * slopes[i];
      z[i] = Math.max(0, z[i]) + alpha * scratch[i];
    }
  }

  /** λ times ELU, but with the slope from below at 0. */
  static void selu(
      float[] z, int count, float[] slopes, float[] scratch, float alpha, float lambda) {
    for (int i = 0; i < count; i++) {
      slopes[i] = Math.min(0, z[i]);
    }
    FloatExp.expm1(slopes, count, scratch);
    for (int i = 0; i < count; i++) {
      float above = Math.min(1, Math.max(0, z[i]) * HUGE * HUGE);
      slopes[i] = lambda * (above + (1 - above) * alpha * slopes[i]);
      z[i] = lambda * (Math.max(0, z[i]) + alpha * scratch[i]);
    }
  }
}
