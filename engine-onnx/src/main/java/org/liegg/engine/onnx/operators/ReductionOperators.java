package org.liegg.engine.onnx.operators;

import static org.liegg.engine.onnx.ops.Elementwise.abs;
import static org.liegg.engine.onnx.ops.Elementwise.log;
import static org.liegg.engine.onnx.ops.Elementwise.sqrt;
import static org.liegg.engine.onnx.ops.Elementwise.square;

import java.util.stream.IntStream;
import org.liegg.engine.onnx.graph.Tensor;
import org.liegg.engine.onnx.ops.Layout;
import org.liegg.engine.onnx.ops.Reductions;
import org.liegg.engine.onnx.translate.Call;

/** Sums, means and their like along axes. */
final class ReductionOperators {

  private ReductionOperators() {}

  static void addTo(Operators all) {
    add(all, "ReduceMean", 18, Reductions::mean);
    add(all, "ReduceMax", 18, Reductions::max);
    add(all, "ReduceMin", 18, Reductions::min);
    add(all, "ReduceProd", 18, (x, axes) -> Reductions.product(x, axes));
    add(all, "ReduceL1", 18, (x, axes) -> Reductions.sum(abs(x), axes));
    add(all, "ReduceL2", 18, (x, axes) -> sqrt(Reductions.sum(square(x), axes)));
    add(all, "ReduceSumSquare", 18, (x, axes) -> Reductions.sum(square(x), axes));
    add(all, "ReduceLogSum", 18, (x, axes) -> log(Reductions.sum(x, axes)));
    add(all, "ReduceLogSumExp", 18, Reductions::logSumExp);
    add(all, "ReduceSum", 13, Reductions::sum);
    all.one("CumSum", ReductionOperators::cumulated);
  }

  /** Something made along axes that stay with one element. */
  @FunctionalInterface
  private interface Reduction {
    Tensor apply(Tensor x, int... axes);
  }

  private static void add(Operators all, String name, int since, Reduction reduction) {
    all.one(name, call -> reduced(call, since, reduction));
  }

  private static Tensor reduced(Call call, int since, Reduction reduction) {
    Tensor x = call.operand(0);
    long[] named = call.longs("axes", 1, since).orElse(new long[0]);
    if (named.length == 0 && call.flag("noop_with_empty_axes", false)) {
      return x;
    }
    int[] axes = named.length == 0 ? IntStream.range(0, x.rank()).toArray() : Call.axes(x, named);
    Tensor result = reduction.apply(x, axes);
    return call.flag("keepdims", true)
        ? result
        : Layout.reshape(result, Reductions.without(x.shape(), axes));
  }

  private static Tensor cumulated(Call call) {
    Tensor x = call.operand(0);
    int axis = x.shape().axis((long) call.number(1));
    return Reductions.cumulated(
        x, axis, call.flag("exclusive", false), call.flag("reverse", false));
  }
}
