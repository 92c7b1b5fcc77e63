package org.liegg.engine.onnx.operators;

import java.util.stream.IntStream;
import org.liegg.engine.onnx.graph.GraphException;
import org.liegg.engine.onnx.graph.Shape;
import org.liegg.engine.onnx.graph.Tensor;
import org.liegg.engine.onnx.graph.TensorData;
import org.liegg.engine.onnx.ops.Indexing;
import org.liegg.engine.onnx.ops.Layout;
import org.liegg.engine.onnx.translate.Call;

/** {@code Pad}: more elements at both ends of axes, or fewer. */
final class PadTranslation {
  private final Call call;
  private final Tensor x;

  PadTranslation(Call call) {
    this.call = call;
    this.x = call.operand(0);
  }

  /** What comes out. */
  Tensor result() {
    long[] pads =
        call.longs("pads", 1, 11)
            .orElseThrow(() -> GraphException.corrupt("it does not say how many elements"));
    int[] axes =
        call.version() >= 18 && call.has(3)
            ? named(call.longs(3))
            : IntStream.range(0, x.rank()).toArray();
    if (pads.length != 2 * axes.length) {
      throw GraphException.corrupt("%d pads of %d axes".formatted(pads.length, axes.length));
    }
    Tensor result = x;
    for (int i = 0; i < axes.length; i++) {
      result = padded(result, axes[i], exact(pads[i]), exact(pads[axes.length + i]));
    }
    return result;
  }

  private int[] named(long[] axes) {
    return java.util.Arrays.stream(axes).mapToInt(x.shape()::axis).toArray();
  }

  private static int exact(long pad) {
    if (Math.abs(pad) > Shape.MAX_ELEMENTS) {
      throw GraphException.tooLarge("%d elements more".formatted(pad));
    }
    return (int) pad;
  }

  private Tensor padded(Tensor of, int axis, int before, int behind) {
    int size = of.shape().size(axis);
    Tensor kept =
        Layout.slice(of, axis, Math.max(0, -before), Math.max(0, size - Math.max(0, -behind)));
    int more = Math.max(0, before);
    int after = Math.max(0, behind);
    if (more == 0 && after == 0) {
      return kept;
    }
    String mode = call.text("mode", "constant");
    if (mode.equals("constant")) {
      return Layout.pad(kept, axis, more, after, value());
    }
    int left = kept.shape().size(axis);
    int total = kept.shape().with(axis, 1).with(axis, left + more + after).size(axis);
    int[] places = IntStream.range(0, total).map(i -> place(mode, i - more, left)).toArray();
    return Indexing.picked(kept, axis, places, 0);
  }

  private static int place(String mode, int at, int size) {
    if (size == 0) {
      throw GraphException.shape("more elements beside none");
    }
    return switch (mode) {
      case "edge" -> Math.max(0, Math.min(size - 1, at));
      case "wrap" -> Math.floorMod(at, size);
      case "reflect" -> {
        int period = Math.max(1, 2 * (size - 1));
        int within = Math.floorMod(at, period);
        yield within < size ? within : period - within;
      }
      default -> throw GraphException.unsupported("the mode " + mode);
    };
  }

  private Tensor value() {
    double constant =
        call.version() < 11 ? call.number("value", 0) : call.has(2) ? call.number(2) : 0;
    return x.isReal()
        ? x.graph().scalar(constant)
        : x.graph()
            .constant(
                new TensorData(
                    x.type(), Shape.scalar(), new double[0], new long[] {(long) constant}));
  }
}
