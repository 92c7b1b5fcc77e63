package org.liegg.engine.onnx.operators;

import static org.liegg.engine.onnx.ops.Arithmetic.add;
import static org.liegg.engine.onnx.ops.Arithmetic.choose;
import static org.liegg.engine.onnx.ops.Arithmetic.compare;
import static org.liegg.engine.onnx.ops.Arithmetic.div;
import static org.liegg.engine.onnx.ops.Arithmetic.mul;
import static org.liegg.engine.onnx.ops.Arithmetic.plus;
import static org.liegg.engine.onnx.ops.Arithmetic.sub;
import static org.liegg.engine.onnx.ops.Arithmetic.times;
import static org.liegg.engine.onnx.ops.Elementwise.defined;
import static org.liegg.engine.onnx.ops.Elementwise.exp;
import static org.liegg.engine.onnx.ops.Elementwise.fixed;
import static org.liegg.engine.onnx.ops.Elementwise.log;
import static org.liegg.engine.onnx.ops.Elementwise.neg;
import static org.liegg.engine.onnx.ops.Elementwise.polynomial;
import static org.liegg.engine.onnx.ops.Elementwise.reciprocal;
import static org.liegg.engine.onnx.ops.Elementwise.sqrt;
import static org.liegg.engine.onnx.ops.Elementwise.square;
import static org.liegg.engine.onnx.ops.Elementwise.step;

import org.liegg.engine.onnx.graph.Tensor;
import org.liegg.engine.onnx.ops.Elementwise;

/**
 * Functions that ONNX Runtime has in single precision only, made of those that it has in double,
 * and good to a few roundings there.
 */
final class SpecialFunctions {
  /** Three halvings bring every angle below π/16. */
  private static final int HALVINGS = 3;

  private static final int ATAN_TERMS = 12;

  private SpecialFunctions() {}

  /**
   * The error function, by the rational approximations of W. J. Cody's kind that fdlibm has: erf(x)
   * = x + x P(x²)/Q(x²) near 0, c + P(|x| − 1)/Q(|x| − 1) near 1, and from there on 1 − exp(−x² −
   * 0.5625 + P(1/x²)/Q(1/x²))/|x|.
   */
  static Tensor erf(Tensor x) {
    Tensor z = fixed(x);
    Tensor size = Elementwise.abs(z);
    Tensor near = choose(below(size, 0.84375), z, z.graph().scalar(0));
    Tensor s = plus(size, -1);
    Tensor middle = plus(ratio(s, ErfTables.MIDDLE_P, ErfTables.MIDDLE_Q), ErfTables.AT_ONE);
    Tensor far = choose(below(size, 1.25), z.graph().scalar(1.25), size);
    Tensor large =
        choose(
            below(size, 1 / 0.35),
            tail(far, ErfTables.FAR_P, ErfTables.FAR_Q),
            tail(far, ErfTables.FARTHEST_P, ErfTables.FARTHEST_Q));
    Tensor positive =
        choose(below(size, 1.25), middle, choose(below(size, 6), large, z.graph().scalar(1)));
    Tensor value =
        choose(
            below(size, 0.84375),
            add(near, mul(near, ratio(square(near), ErfTables.NEAR_P, ErfTables.NEAR_Q))),
            mul(step("Sign", z), positive));
    return defined(value, x, y -> times(2 / Math.sqrt(Math.PI), exp(neg(square(x)))));
  }

  private static Tensor tail(Tensor size, double[] p, double[] q) {
    Tensor squared = square(size);
    Tensor power = add(plus(neg(squared), -0.5625), ratio(reciprocal(squared), p, q));
    return plus(neg(div(exp(power), size)), 1);
  }

  private static Tensor ratio(Tensor x, double[] p, double[] q) {
    return div(polynomial(x, p), polynomial(x, q));
  }

  private static Tensor below(Tensor x, double bound) {
    return compare("Less", x, x.graph().scalar(bound));
  }

  /** atan x = 2 atan(x/(1 + √(1 + x²))), until the series x − x³/3 + x⁵/5 − … is short. */
  static Tensor atan(Tensor x) {
    Tensor part = fixed(x);
    for (int i = 0; i < HALVINGS; i++) {
      part = div(part, plus(sqrt(plus(square(part), 1)), 1));
    }
    double[] series = new double[ATAN_TERMS];
    for (int n = 0; n < ATAN_TERMS; n++) {
      series[n] = (n % 2 == 0 ? 1.0 : -1.0) / (2 * n + 1);
    }
    Tensor value = times(1 << HALVINGS, mul(part, polynomial(square(part), series)));
    return defined(value, x, y -> reciprocal(plus(square(x), 1)));
  }

  /** asin x = 2 atan(x/(1 + √(1 − x²))). */
  static Tensor asin(Tensor x) {
    Tensor fixed = fixed(x);
    Tensor root = sqrt(mul(plus(neg(fixed), 1), plus(fixed, 1)));
    Tensor value = times(2, atan(div(fixed, plus(root, 1))));
    return defined(value, x, y -> reciprocal(sqrt(mul(plus(neg(x), 1), plus(x, 1)))));
  }

  static Tensor sinh(Tensor x) {
    Tensor power = exp(x);
    return times(0.5, sub(power, reciprocal(power)));
  }

  static Tensor cosh(Tensor x) {
    Tensor power = exp(x);
    return times(0.5, add(power, reciprocal(power)));
  }

  static Tensor asinh(Tensor x) {
    Tensor fixed = fixed(x);
    Tensor size = Elementwise.abs(fixed);
    Tensor value = mul(step("Sign", fixed), log(add(size, sqrt(plus(square(size), 1)))));
    return defined(value, x, y -> reciprocal(sqrt(plus(square(x), 1))));
  }

  static Tensor acosh(Tensor x) {
    return log(add(x, sqrt(mul(plus(x, -1), plus(x, 1)))));
  }

  static Tensor atanh(Tensor x) {
    return times(0.5, log(div(plus(x, 1), plus(neg(x), 1))));
  }
}
