package org.liegg.engine.onnx.ops;

import static org.liegg.engine.onnx.ops.Arithmetic.add;
import static org.liegg.engine.onnx.ops.Arithmetic.choose;
import static org.liegg.engine.onnx.ops.Arithmetic.compare;
import static org.liegg.engine.onnx.ops.Arithmetic.div;
import static org.liegg.engine.onnx.ops.Arithmetic.mul;
import static org.liegg.engine.onnx.ops.Arithmetic.plus;
import static org.liegg.engine.onnx.ops.Arithmetic.sub;
import static org.liegg.engine.onnx.ops.Arithmetic.times;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.liegg.engine.onnx.graph.ElementType;
import org.liegg.engine.onnx.graph.Tensor;

/** Functions of one number, applied to every element. */
public final class Elementwise {

  private Elementwise() {}

  /** −x. */
  public static Tensor neg(Tensor x) {
    return x.graph()
        .add(
            "Neg",
            Map.of(),
            x.type(),
            x.shape(),
            List.of(x),
            x.isReal() ? g -> Cotangents.single(neg(g)) : null);
  }

  /** |x|, whose derivative at 0 is 0. */
  public static Tensor abs(Tensor x) {
    return function("Abs", x, y -> step("Sign", x));
  }

  /** √x. */
  public static Tensor sqrt(Tensor x) {
    return function("Sqrt", x, y -> div(x.graph().scalar(0.5), y));
  }

  /** eˣ. */
  public static Tensor exp(Tensor x) {
    return function("Exp", x, y -> y);
  }

  /** The natural logarithm. */
  public static Tensor log(Tensor x) {
    return function("Log", x, y -> reciprocal(x));
  }

  /** 1/x. */
  public static Tensor reciprocal(Tensor x) {
    return div(x.graph().scalar(1), x);
  }

  /** The sine. */
  public static Tensor sin(Tensor x) {
    return function("Sin", x, y -> cos(x));
  }

  /** The cosine, 1 − 2 sin²(x/2): the runtime has no other in double precision. */
  public static Tensor cos(Tensor x) {
    Tensor value = line(-2, square(sin(times(0.5, fixed(x)))), 1);
    return defined(value, x, y -> neg(sin(x)));
  }

  /** The hyperbolic tangent. */
  public static Tensor tanh(Tensor x) {
    return function("Tanh", x, y -> sub(x.graph().scalar(1), mul(y, y)));
  }

  /** 1/(1 + e⁻ˣ). */
  public static Tensor sigmoid(Tensor x) {
    return function("Sigmoid", x, y -> mul(y, sub(x.graph().scalar(1), y)));
  }

  /** The larger of x and 0, whose derivative at 0 is 0. */
  public static Tensor relu(Tensor x) {
    Tensor zero = x.graph().scalar(0);
    return choose(compare("Greater", x, zero), x, zero);
  }

  /** log(1 + eˣ), without overflow. */
  public static Tensor softplus(Tensor x) {
    Tensor fixed = fixed(x);
    Tensor value = add(relu(fixed), log(plus(exp(neg(abs(fixed))), 1)));
    return defined(value, x, y -> sigmoid(x));
  }

  /** x² . */
  public static Tensor square(Tensor x) {
    return mul(x, x);
  }

  /** The same numbers, of which no derivative is taken. */
  public static Tensor fixed(Tensor x) {
    return x.isSensitive() ? step("Identity", x) : x;
  }

  /** The same numbers. */
  public static Tensor identity(Tensor x) {
    return x.graph()
        .add("Identity", Map.of(), x.type(), x.shape(), List.of(x), g -> Cotangents.single(g));
  }

  /**
   * A function whose derivative is not that of the nodes by which it is computed.
   *
   * @param value of the function, computed without derivatives
   * @param x its argument
   * @param derivative of the function's value
   */
  public static Tensor defined(Tensor value, Tensor x, UnaryOperator<Tensor> derivative) {
    // Its argument stands beside the value so that cotangents find their way; 0 x would be NaN
    // where x is infinite, a choice is not.
    Tensor always =
        x.graph()
            .constant(
                org.liegg.engine.onnx.graph.TensorData.booleans(
                    org.liegg.engine.onnx.graph.Shape.scalar(), 1));
    return x.graph()
        .add(
            "Where",
            Map.of(),
            x.type(),
            x.shape(),
            List.of(always, value, x),
            g -> Cotangents.triple(null, null, mul(g, derivative.apply(value))));
  }

  /** A function without a derivative, or with one that is 0, e.g. {@code Floor}. */
  public static Tensor step(String op, Tensor x) {
    return x.graph().add(op, Map.of(), x.type(), x.shape(), List.of(x));
  }

  /** Whether something holds of each element, e.g. {@code IsNaN}. */
  public static Tensor test(String op, Tensor x) {
    return x.graph().add(op, Map.of(), ElementType.BOOLEAN, x.shape(), List.of(x));
  }

  /** c for every element where x is above a bound, otherwise d. */
  public static Tensor above(Tensor x, double bound, Tensor c, Tensor d) {
    return choose(compare("Greater", x, x.graph().scalar(bound)), c, d);
  }

  /** c₀ + c₁x + c₂x² + …. */
  public static Tensor polynomial(Tensor x, double... coefficients) {
    Tensor sum = x.graph().scalar(coefficients[coefficients.length - 1]);
    for (int i = coefficients.length - 2; i >= 0; i--) {
      sum = plus(mul(x, sum), coefficients[i]);
    }
    return sum;
  }

  /** a x + b. */
  public static Tensor line(double a, Tensor x, double b) {
    return plus(a == 1 ? x : times(a, x), b);
  }

  private static Tensor function(String op, Tensor x, UnaryOperator<Tensor> derivative) {
    Tensor[] made = new Tensor[1];
    made[0] =
        x.graph()
            .add(
                op,
                Map.of(),
                x.type(),
                x.shape(),
                List.of(x),
                x.isReal() ? g -> Cotangents.single(mul(g, derivative.apply(made[0]))) : null);
    return made[0];
  }
}
