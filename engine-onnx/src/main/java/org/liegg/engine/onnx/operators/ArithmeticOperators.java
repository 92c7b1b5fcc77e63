package org.liegg.engine.onnx.operators;

import static org.liegg.engine.onnx.ops.Arithmetic.choose;
import static org.liegg.engine.onnx.ops.Arithmetic.compare;
import static org.liegg.engine.onnx.ops.Arithmetic.div;
import static org.liegg.engine.onnx.ops.Arithmetic.mul;
import static org.liegg.engine.onnx.ops.Arithmetic.plus;
import static org.liegg.engine.onnx.ops.Arithmetic.sub;
import static org.liegg.engine.onnx.ops.Arithmetic.times;

import java.util.Map;
import java.util.function.BinaryOperator;
import org.liegg.engine.onnx.graph.ElementType;
import org.liegg.engine.onnx.graph.Tensor;
import org.liegg.engine.onnx.ops.Arithmetic;
import org.liegg.engine.onnx.ops.Elementwise;
import org.liegg.engine.onnx.translate.Call;

/** Sums, products and functions of numbers. */
final class ArithmeticOperators {

  private ArithmeticOperators() {}

  static void addTo(Operators all) {
    all.one("Add", call -> pairwise(call, Arithmetic::add));
    all.one("Sub", call -> pairwise(call, Arithmetic::sub));
    all.one("Mul", call -> pairwise(call, Arithmetic::mul));
    all.one("Div", call -> pairwise(call, Arithmetic::div));
    all.one("Pow", ArithmeticOperators::pow);
    all.one("Mod", ArithmeticOperators::mod);
    all.one("Sum", call -> folded(call, Arithmetic::add));
    all.one("Max", call -> folded(call, Arithmetic::max));
    all.one("Min", call -> folded(call, Arithmetic::min));
    all.one("Mean", call -> times(1.0 / call.operands(), folded(call, Arithmetic::add)));
    all.one("Neg", call -> Elementwise.neg(call.operand(0)));
    all.one("Abs", ArithmeticOperators::abs);
    all.function("Sqrt", Elementwise::sqrt);
    all.function("Exp", Elementwise::exp);
    all.function("Log", Elementwise::log);
    all.function("Reciprocal", Elementwise::reciprocal);
    all.function("Sin", Elementwise::sin);
    all.function("Cos", Elementwise::cos);
    all.function("Tan", x -> div(Elementwise.sin(x), Elementwise.cos(x)));
    all.function("Asin", SpecialFunctions::asin);
    all.function("Acos", x -> sub(x.graph().scalar(Math.PI / 2), SpecialFunctions.asin(x)));
    all.function("Atan", SpecialFunctions::atan);
    all.function("Sinh", SpecialFunctions::sinh);
    all.function("Cosh", SpecialFunctions::cosh);
    all.function("Asinh", SpecialFunctions::asinh);
    all.function("Acosh", SpecialFunctions::acosh);
    all.function("Atanh", SpecialFunctions::atanh);
    all.function("Erf", SpecialFunctions::erf);
    for (String step : new String[] {"Floor", "Ceil", "Round"}) {
      all.function(step, x -> Elementwise.step(step, x));
    }
    all.one("Sign", call -> Elementwise.step("Sign", call.operand(0)));
  }

  /** An operation of two operands of one type. */
  private static Tensor pairwise(Call call, BinaryOperator<Tensor> operation) {
    return sameType(call.operand(0), call.operand(1), operation);
  }

  /** Applies an operation, to numbers where one of both is. */
  static Tensor sameType(Tensor a, Tensor b, BinaryOperator<Tensor> operation) {
    return a.isReal() == b.isReal()
        ? operation.apply(a, b)
        : operation.apply(Arithmetic.toReal(a), Arithmetic.toReal(b));
  }

  private static Tensor folded(Call call, BinaryOperator<Tensor> operation) {
    Tensor result = call.operand(0);
    for (int i = 1; i < call.operands(); i++) {
      result = sameType(result, call.operand(i), operation);
    }
    return result;
  }

  private static Tensor pow(Call call) {
    Tensor base = call.operand(0);
    return base.isReal()
        ? Arithmetic.pow(base, call.operand(1))
        : Arithmetic.cast(
            Arithmetic.pow(Arithmetic.toReal(base), call.operand(1)), ElementType.INTEGER);
  }

  /** a − b trunc(a/b), or with floor where the sign is the divisor's. */
  private static Tensor mod(Call call) {
    Tensor a = call.operand(0);
    Tensor b = call.operand(1);
    if (!a.isReal()) {
      return Arithmetic.step("Mod", Map.of("fmod", call.integer("fmod", 0)), a, b);
    }
    Tensor ratio = Elementwise.fixed(div(a, b));
    Tensor down = Elementwise.step("Floor", ratio);
    Tensor whole =
        call.flag("fmod", false)
            ? choose(
                compare("Less", ratio, a.graph().scalar(0)), Elementwise.step("Ceil", ratio), down)
            : down;
    return sub(a, mul(b, whole));
  }

  private static Tensor abs(Call call) {
    Tensor x = call.operand(0);
    return x.isReal() ? Elementwise.abs(x) : Elementwise.step("Abs", x);
  }

  /** 1 − x. */
  static Tensor rest(Tensor x) {
    return plus(Elementwise.neg(x), 1);
  }
}
