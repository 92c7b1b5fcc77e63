package org.liegg.engine.onnx.ops;

import static org.liegg.engine.onnx.ops.Cotangents.pair;
import static org.liegg.engine.onnx.ops.Cotangents.reducedTo;
import static org.liegg.engine.onnx.ops.Cotangents.where;

import java.util.List;
import java.util.Map;
import org.liegg.engine.onnx.graph.ElementType;
import org.liegg.engine.onnx.graph.Graph;
import org.liegg.engine.onnx.graph.Tensor;
import org.liegg.engine.onnx.graph.TensorData;

/** Operations of two tensors, element by element; sizes of 1 are repeated. */
public final class Arithmetic {

  private Arithmetic() {}

  /** a + b. */
  public static Tensor add(Tensor a, Tensor b) {
    return binary(
        "Add", a, b, g -> pair(where(a, () -> reducedTo(g, a)), where(b, () -> reducedTo(g, b))));
  }

  /** a − b. */
  public static Tensor sub(Tensor a, Tensor b) {
    return binary(
        "Sub",
        a,
        b,
        g ->
            pair(
                where(a, () -> reducedTo(g, a)), where(b, () -> reducedTo(Elementwise.neg(g), b))));
  }

  /** a b. */
  public static Tensor mul(Tensor a, Tensor b) {
    return binary(
        "Mul",
        a,
        b,
        g ->
            pair(where(a, () -> reducedTo(mul(g, b), a)), where(b, () -> reducedTo(mul(g, a), b))));
  }

  /** a/b. */
  public static Tensor div(Tensor a, Tensor b) {
    return binary(
        "Div",
        a,
        b,
        g ->
            pair(
                where(a, () -> reducedTo(div(g, b), a)),
                where(b, () -> reducedTo(Elementwise.neg(div(mul(g, div(a, b)), b)), b))));
  }

  /** c a. */
  public static Tensor times(double c, Tensor a) {
    return mul(a, a.graph().scalar(c));
  }

  /** a + c. */
  public static Tensor plus(Tensor a, double c) {
    return c == 0 ? a : add(a, a.graph().scalar(c));
  }

  /** a to the power of b. */
  public static Tensor pow(Tensor a, Tensor b) {
    if (b.isConstant() && b.shape().count() == 1 && a.rank() >= b.rank()) {
      double exponent = b.value().asReals()[0];
      if (exponent == 1) {
        return a;
      }
      if (exponent == 2) {
        return mul(a, a);
      }
      if (exponent == 3) {
        return mul(mul(a, a), a);
      }
      if (exponent == 0.5) {
        return Elementwise.sqrt(a);
      }
    }
    Tensor power = toReal(b);
    return binary(
        "Pow",
        a,
        power,
        g ->
            pair(
                where(
                    a,
                    () ->
                        reducedTo(mul(g, mul(power, binary("Pow", a, plus(power, -1), null))), a)),
                where(power, () -> reducedTo(mul(g, byExponent(a, power)), power))));
  }

  /** a^b log a, which is 0 where a is. */
  private static Tensor byExponent(Tensor a, Tensor b) {
    Tensor positive = compare("Greater", a, a.graph().scalar(0));
    Tensor log = Elementwise.log(choose(positive, a, a.graph().scalar(1)));
    return mul(binary("Pow", a, b, null), log);
  }

  /** The larger of both, the first where they are equal. */
  public static Tensor max(Tensor a, Tensor b) {
    return choose(compare("GreaterOrEqual", a, b), a, b);
  }

  /** The smaller of both, the first where they are equal. */
  public static Tensor min(Tensor a, Tensor b) {
    return choose(compare("LessOrEqual", a, b), a, b);
  }

  /** a where the condition holds, b elsewhere. */
  public static Tensor choose(Tensor condition, Tensor a, Tensor b) {
    return a.graph()
        .add(
            "Where",
            Map.of(),
            a.type(),
            condition.shape().broadcast(a.shape()).broadcast(b.shape()),
            List.of(condition, a, b),
            a.isReal()
                ? g -> {
                  Tensor zero = g.graph().scalar(0);
                  return Cotangents.triple(
                      null,
                      where(a, () -> reducedTo(choose(condition, g, zero), a)),
                      where(b, () -> reducedTo(choose(condition, zero, g), b)));
                }
                : null);
  }

  /** A truth value for every pair; {@code Greater}, {@code Equal} and their like. */
  public static Tensor compare(String op, Tensor a, Tensor b) {
    return a.graph()
        .add(op, Map.of(), ElementType.BOOLEAN, a.shape().broadcast(b.shape()), List.of(a, b));
  }

  /** An operation of two tensors of one type without a derivative, e.g. {@code Mod}. */
  public static Tensor step(String op, Map<String, Object> attributes, Tensor a, Tensor b) {
    return a.graph().add(op, attributes, a.type(), a.shape().broadcast(b.shape()), List.of(a, b));
  }

  /** The same numbers as another type. */
  public static Tensor cast(Tensor a, ElementType type) {
    if (a.type() == type) {
      return a;
    }
    Graph graph = a.graph();
    long code =
        switch (type) {
          case REAL -> graph.precision() == org.liegg.api.Precision.DOUBLE ? 11 : 1;
          case INTEGER -> 7;
          case BOOLEAN -> 9;
        };
    return graph.add("Cast", Map.of("to", code), type, a.shape(), List.of(a));
  }

  /** The same as floating-point numbers; constants at once. */
  public static Tensor toReal(Tensor a) {
    return a.isConstant() && !a.isReal()
        ? a.graph().constant(TensorData.reals(a.shape(), a.value().asReals()))
        : cast(a, ElementType.REAL);
  }

  private static Tensor binary(
      String op,
      Tensor a,
      Tensor b,
      org.liegg.engine.onnx.graph.@org.jspecify.annotations.Nullable Pullback pullback) {
    return a.graph()
        .add(
            op,
            Map.of(),
            a.type(),
            a.shape().broadcast(b.shape()),
            List.of(a, b),
            a.isReal() ? pullback : null);
  }
}
