package org.liegg.engine.onnx.operators;

import java.util.List;
import java.util.Map;
import org.liegg.engine.onnx.graph.ElementType;
import org.liegg.engine.onnx.graph.Tensor;
import org.liegg.engine.onnx.ops.Arithmetic;
import org.liegg.engine.onnx.ops.Elementwise;
import org.liegg.engine.onnx.ops.Reductions;
import org.liegg.engine.onnx.translate.Call;

/** Comparisons and truth values, which have no derivatives, and the choice between two tensors. */
final class ComparisonOperators {

  private ComparisonOperators() {}

  static void addTo(Operators all) {
    for (String op : List.of("Greater", "Less", "GreaterOrEqual", "LessOrEqual", "Equal")) {
      all.one(op, ComparisonOperators::compare);
    }
    for (String op : List.of("And", "Or", "Xor")) {
      all.one(op, call -> Arithmetic.step(op, Map.of(), call.operand(0), call.operand(1)));
    }
    all.one("Not", call -> Elementwise.step("Not", call.operand(0)));
    all.one("IsNaN", call -> Elementwise.test("IsNaN", call.real(0)));
    all.one("IsInf", ComparisonOperators::isInfinite);
    all.one("Where", ComparisonOperators::where);
    for (String op : List.of("ArgMax", "ArgMin")) {
      all.one(op, ComparisonOperators::argument);
    }
  }

  private static Tensor compare(Call call) {
    return ArithmeticOperators.sameType(
        call.operand(0), call.operand(1), (a, b) -> Arithmetic.compare(call.op(), a, b));
  }

  private static Tensor isInfinite(Call call) {
    Tensor x = call.real(0);
    boolean above = call.flag("detect_positive", true);
    boolean below = call.flag("detect_negative", true);
    if (above && below) {
      Tensor infinity = x.graph().scalar(Double.POSITIVE_INFINITY);
      return Arithmetic.compare("Equal", Elementwise.step("Abs", x), infinity);
    }
    double bound = above ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
    Tensor equal = Arithmetic.compare("Equal", x, x.graph().scalar(bound));
    return above || below ? equal : Arithmetic.step("Xor", Map.of(), equal, equal);
  }

  private static Tensor where(Call call) {
    Tensor condition = Arithmetic.cast(call.operand(0), ElementType.BOOLEAN);
    return ArithmeticOperators.sameType(
        call.operand(1), call.operand(2), (a, b) -> Arithmetic.choose(condition, a, b));
  }

  private static Tensor argument(Call call) {
    Tensor x = call.operand(0);
    int axis = call.axis(x, 0);
    Tensor place = Reductions.argument(call.op(), x, axis, call.flag("select_last_index", false));
    return call.flag("keepdims", true)
        ? place
        : org.liegg.engine.onnx.ops.Layout.squeezed(place, axis);
  }
}
