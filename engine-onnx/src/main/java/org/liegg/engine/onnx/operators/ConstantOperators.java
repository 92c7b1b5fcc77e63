package org.liegg.engine.onnx.operators;

import java.util.stream.LongStream;
import org.liegg.engine.onnx.file.TensorReader;
import org.liegg.engine.onnx.graph.ElementType;
import org.liegg.engine.onnx.graph.GraphException;
import org.liegg.engine.onnx.graph.Shape;
import org.liegg.engine.onnx.graph.Tensor;
import org.liegg.engine.onnx.graph.TensorData;
import org.liegg.engine.onnx.ops.Arithmetic;
import org.liegg.engine.onnx.ops.Elementwise;
import org.liegg.engine.onnx.ops.Layout;
import org.liegg.engine.onnx.translate.Call;

/** Operators that make constants, of sizes too, and that change types. */
final class ConstantOperators {

  private ConstantOperators() {}

  static void addTo(Operators all) {
    all.one("Constant", ConstantOperators::constant);
    all.one("ConstantOfShape", ConstantOperators::constantOfShape);
    all.one("Shape", ConstantOperators::shape);
    all.one("Size", ConstantOperators::size);
    all.one("Range", ConstantOperators::range);
    all.one("EyeLike", ConstantOperators::eye);
    all.one("OneHot", ConstantOperators::oneHot);
    all.one("Cast", ConstantOperators::cast);
    all.one("CastLike", call -> converted(call.operand(0), call.operand(1).type()));
  }

  private static Tensor constant(Call call) {
    if (call.has("value")) {
      return call.graph()
          .constant(
              call.tensor("value")
                  .orElseThrow(() -> GraphException.corrupt("its value is missing")));
    }
    if (call.has("value_float")) {
      return call.graph().scalar(call.number("value_float", 0));
    }
    if (call.has("value_int")) {
      return scalar(call, call.integer("value_int", 0));
    }
    if (call.has("value_floats")) {
      double[] values = call.doubles("value_floats");
      return call.graph().constant(TensorData.reals(Shape.of(values.length), values));
    }
    if (call.has("value_ints")) {
      return call.graph().integers(call.longs("value_ints"));
    }
    throw GraphException.unsupported("a constant that is not of numbers");
  }

  private static Tensor scalar(Call call, long value) {
    return call.graph().constant(TensorData.integers(Shape.scalar(), value));
  }

  private static Tensor constantOfShape(Call call) {
    TensorData value =
        call.tensor("value").orElseGet(() -> TensorData.reals(Shape.of(1), new double[1]));
    if (value.shape().count() != 1) {
      throw GraphException.corrupt("its value has %d elements".formatted(value.shape().count()));
    }
    Tensor one = call.graph().constant(value);
    Shape shape = Shape.of(call.longs(0));
    return Layout.expand(Layout.reshape(one, Shape.scalar()), shape);
  }

  private static Tensor shape(Call call) {
    Tensor x = call.operand(0);
    long from = end(call.integer("start", 0), x.rank());
    long to = call.has("end") ? end(call.integer("end", 0), x.rank()) : x.rank();
    return call.graph()
        .integers(
            LongStream.range(from, Math.max(from, to))
                .map(axis -> x.shape().size((int) axis))
                .toArray());
  }

  private static long end(long axis, int rank) {
    return Math.max(0, Math.min(rank, axis < 0 ? axis + rank : axis));
  }

  private static Tensor size(Call call) {
    return scalar(call, call.operand(0).shape().count());
  }

  private static Tensor range(Call call) {
    double start = call.number(0);
    double step = call.number(2);
    double count = Math.max(0, Math.ceil((call.number(1) - start) / step));
    if (!(count <= Shape.MAX_ELEMENTS)) {
      throw GraphException.tooLarge("a range of %s elements".formatted(count));
    }
    int n = (int) count;
    if (call.operand(0).isReal()) {
      double[] values = new double[n];
      for (int i = 0; i < n; i++) {
        values[i] = start + i * step;
      }
      return call.graph().constant(TensorData.reals(Shape.of(n), values));
    }
    return call.graph()
        .integers(LongStream.range(0, n).map(i -> (long) start + i * (long) step).toArray());
  }

  private static Tensor eye(Call call) {
    Shape shape = call.operand(0).shape();
    if (shape.rank() != 2) {
      throw GraphException.shape("an identity matrix of the shape " + shape);
    }
    ElementType type =
        call.has("dtype")
            ? TensorReader.kind((int) call.integer("dtype", 1))
            : call.operand(0).type();
    double[] values = new double[shape.count()];
    for (int i = 0; i < values.length; i++) {
      long diagonal = (long) i % shape.size(1) - i / shape.size(1);
      values[i] = diagonal == call.integer("k", 0) ? 1 : 0;
    }
    return Arithmetic.cast(call.graph().constant(TensorData.reals(shape, values)), type);
  }

  private static Tensor oneHot(Call call) {
    Tensor places = Arithmetic.cast(call.operand(0), ElementType.INTEGER);
    int depth = Shape.of((long) call.number(1)).size(0);
    int axis = places.shape().inserted(0, 1).axis(call.integer("axis", -1));
    Tensor values = call.operand(2);
    Shape labels = Shape.of(new int[places.rank() + 1]);
    for (int i = 0; i <= places.rank(); i++) {
      labels = labels.with(i, i == axis ? depth : 1);
    }
    Tensor counted =
        call.graph().constant(TensorData.integers(labels, LongStream.range(0, depth).toArray()));
    Tensor wide = Layout.unsqueezed(places, axis);
    Tensor zero = scalar(call, 0);
    Tensor front =
        Arithmetic.choose(
            Arithmetic.compare("Less", wide, zero),
            Arithmetic.add(wide, scalar(call, depth)),
            wide);
    Tensor off = Layout.reshape(Layout.slice(values, 0, 0, 1), Shape.scalar());
    Tensor on = Layout.reshape(Layout.slice(values, 0, 1, 2), Shape.scalar());
    return Arithmetic.choose(Arithmetic.compare("Equal", counted, front), on, off);
  }

  private static Tensor cast(Call call) {
    return converted(call.operand(0), TensorReader.kind((int) call.integer("to", 0)));
  }

  /** As another type; what becomes a whole number has no derivative any more. */
  private static Tensor converted(Tensor x, ElementType type) {
    return x.type() == type ? Elementwise.identity(x) : Arithmetic.cast(x, type);
  }
}
