package org.liegg.engine.keras.lower;

import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import org.liegg.engine.keras.program.Scalar;
import org.liegg.engine.keras.read.Dialect;

/** The functions of one number that Keras names. */
final class Functions {
  static final Scalar RELU = relu(0, Double.POSITIVE_INFINITY, 0);
  static final Scalar TANH = of(Math::tanh, (x, y) -> 1 - y * y);
  static final Scalar SIGMOID = of(Functions::sigmoid, (x, y) -> y * sigmoid(-x));
  static final Scalar EXPONENTIAL = of(Math::exp, (x, y) -> y);
  static final Scalar LOGARITHM = of(Math::log, (x, y) -> 1 / x);
  static final Scalar RECIPROCAL = of(x -> 1 / x, (x, y) -> -y * y);
  static final Scalar SQUARE = of(x -> x * x, (x, y) -> 2 * x);
  static final Scalar INVERSE_ROOT = of(x -> 1 / Math.sqrt(x), (x, y) -> -y / (2 * x));

  private static final double SELU_ALPHA = 1.6732632423543772;
  private static final double SELU_SCALE = 1.0507009873554805;

  private static final Map<String, Scalar> NAMED =
      Map.ofEntries(
          Map.entry("relu", RELU),
          Map.entry("relu6", relu(0, 6, 0)),
          Map.entry("leaky_relu", relu(0.2, Double.POSITIVE_INFINITY, 0)),
          Map.entry("elu", elu(1)),
          Map.entry("selu", selu()),
          Map.entry("celu", elu(1)),
          Map.entry("sigmoid", SIGMOID),
          Map.entry("tanh", TANH),
          Map.entry("exponential", EXPONENTIAL),
          Map.entry("softplus", of(Functions::softplus, (x, y) -> sigmoid(x))),
          Map.entry("softsign", of(x -> x / (1 + Math.abs(x)), Functions::softsignSlope)),
          Map.entry("swish", silu()),
          Map.entry("silu", silu()),
          Map.entry("mish", of(x -> x * Math.tanh(softplus(x)), Functions::mishSlope)),
          Map.entry("gelu", of(x -> x * Erf.normal(x), Functions::geluSlope)),
          Map.entry("log_sigmoid", of(x -> -softplus(-x), (x, y) -> sigmoid(-x))),
          Map.entry("hard_tanh", clipped(1, 0, -1, 1)),
          Map.entry("hard_silu", hardSilu()),
          Map.entry("hard_swish", hardSilu()),
          Map.entry("sparse_sigmoid", clipped(0.5, 0.5, 0, 1)),
          Map.entry("sparse_plus", of(Functions::sparsePlus, Functions::sparsePlusSlope)),
          Map.entry(
              "hard_shrink",
              of(x -> Math.abs(x) > 0.5 ? x : 0, (x, y) -> Math.abs(x) > 0.5 ? 1 : 0)),
          Map.entry("tanh_shrink", of(x -> x - Math.tanh(x), Functions::tanhShrinkSlope)),
          Map.entry("soft_shrink", of(Functions::softShrink, (x, y) -> y == 0 ? 0 : 1)),
          Map.entry(
              "squareplus",
              of(
                  x -> (x + Math.sqrt(x * x + 4)) / 2,
                  (x, y) -> (1 + x / Math.sqrt(x * x + 4)) / 2)));

  private Functions() {}

  /** The function of this name, if it is one that Keras has. */
  static Optional<Scalar> named(String name, Dialect dialect) {
    if (name.equals("hard_sigmoid")) {
      // The one function of which Keras 3 has another than Keras 1 and 2.
      return Optional.of(
          dialect.major() >= 3 ? clipped(1.0 / 6, 0.5, 0, 1) : clipped(0.2, 0.5, 0, 1));
    }
    return Optional.ofNullable(NAMED.get(name));
  }

  /** x from the threshold on, up to the largest; below, the slope times what lacks. */
  static Scalar relu(double slope, double largest, double threshold) {
    return of(
        x -> x >= threshold ? Math.min(x, largest) : slope * (x - threshold),
        (x, y) -> x > threshold ? (x < largest ? 1 : 0) : slope);
  }

  /** x where it is positive, α(exp(x) − 1) elsewhere. */
  static Scalar elu(double alpha) {
    return of(x -> x > 0 ? x : alpha * Math.expm1(x), (x, y) -> x > 0 ? 1 : alpha * Math.exp(x));
  }

  /** x above θ, else 0. */
  static Scalar thresholded(double theta) {
    return of(x -> x > theta ? x : 0, (x, y) -> x > theta ? 1 : 0);
  }

  /** ax + b within bounds. */
  static Scalar clipped(double factor, double offset, double least, double most) {
    return of(
        x -> Math.max(least, Math.min(most, factor * x + offset)),
        (x, y) -> y > least && y < most ? factor : 0);
  }

  private static Scalar selu() {
    return of(
        x -> SELU_SCALE * (x > 0 ? x : SELU_ALPHA * Math.expm1(x)),
        (x, y) -> SELU_SCALE * (x > 0 ? 1 : SELU_ALPHA * Math.exp(x)));
  }

  private static Scalar silu() {
    return of(
        x -> x * sigmoid(x),
        (x, y) -> {
          double s = sigmoid(x);
          return s * (1 + x * sigmoid(-x));
        });
  }

  private static Scalar hardSilu() {
    Scalar gate = clipped(1.0 / 6, 0.5, 0, 1);
    return of(
        x -> x * gate.value(x),
        (x, y) -> {
          double g = gate.value(x);
          return g + x * gate.slope(x, g);
        });
  }

  private static double sigmoid(double x) {
    return x >= 0 ? 1 / (1 + Math.exp(-x)) : Math.exp(x) / (1 + Math.exp(x));
  }

  private static double softplus(double x) {
    return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
  }

  private static double softsignSlope(double x, double y) {
    double d = 1 + Math.abs(x);
    return 1 / (d * d);
  }

  private static double mishSlope(double x, double y) {
    double t = Math.tanh(softplus(x));
    return t + x * (1 - t * t) * sigmoid(x);
  }

  private static double geluSlope(double x, double y) {
    return Erf.normal(x) + x * Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI);
  }

  private static double tanhShrinkSlope(double x, double y) {
    double t = Math.tanh(x);
    return t * t;
  }

  private static double sparsePlus(double x) {
    return x <= -1 ? 0 : x < 1 ? (x + 1) * (x + 1) / 4 : x;
  }

  private static double sparsePlusSlope(double x, double y) {
    return x <= -1 ? 0 : x < 1 ? (x + 1) / 2 : 1;
  }

  private static double softShrink(double x) {
    return x > 0.5 ? x - 0.5 : x < -0.5 ? x + 0.5 : 0;
  }

  private static Scalar of(DoubleUnaryOperator value, DoubleBinaryOperator slope) {
    return new Scalar() {
      @Override
      public double value(double x) {
        return value.applyAsDouble(x);
      }

      @Override
      public double slope(double x, double y) {
        return slope.applyAsDouble(x, y);
      }
    };
  }
}
