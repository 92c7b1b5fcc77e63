package org.liegg.engine.onnx.operators;

import static org.liegg.engine.onnx.ops.Elementwise.abs;

import java.util.List;
import java.util.stream.IntStream;
import org.liegg.engine.onnx.graph.GraphException;
import org.liegg.engine.onnx.graph.Shape;
import org.liegg.engine.onnx.graph.Tensor;
import org.liegg.engine.onnx.graph.TensorData;
import org.liegg.engine.onnx.ops.Arithmetic;
import org.liegg.engine.onnx.ops.Indexing;
import org.liegg.engine.onnx.ops.Layout;
import org.liegg.engine.onnx.ops.Reductions;
import org.liegg.engine.onnx.translate.Call;

/** Poolings: what is made of the elements under every window of [N, C, spatial…]. */
final class PoolingOperators {

  private PoolingOperators() {}

  static void addTo(Operators all) {
    all.add("MaxPool", PoolingOperators::largest);
    all.one("AveragePool", PoolingOperators::average);
    all.one("LpPool", PoolingOperators::norm);
    all.one("GlobalMaxPool", call -> Reductions.max(call.real(0), spatial(call)));
    all.one("GlobalAveragePool", call -> Reductions.mean(call.real(0), spatial(call)));
    all.one("GlobalLpPool", PoolingOperators::globalNorm);
  }

  private static int[] spatial(Call call) {
    int rank = call.operand(0).rank();
    if (rank < 2) {
      throw GraphException.shape("images of the shape " + call.operand(0).shape());
    }
    return IntStream.range(2, rank).toArray();
  }

  private static List<Tensor> largest(Call call) {
    call.refuseResults(1);
    Tensor x = call.real(0);
    Windows windows = windows(call, x);
    Tensor under = under(x, windows, x.graph().lowest());
    return List.of(shaped(Reductions.max(under, 2), x, windows));
  }

  private static Tensor average(Call call) {
    Tensor x = call.real(0);
    Windows windows = windows(call, x);
    double[] shares = windows.counts(call.flag("count_include_pad", false));
    for (int i = 0; i < shares.length; i++) {
      shares[i] = 1 / Math.max(1, shares[i]);
    }
    Tensor sum = Reductions.sum(under(x, windows, 0), 2);
    Tensor weights = x.graph().constant(TensorData.reals(Shape.of(1, shares.length), shares));
    return shaped(Arithmetic.mul(sum, weights), x, windows);
  }

  /** (Σ |x|^p)^(1/p). */
  private static Tensor norm(Call call) {
    Tensor x = call.real(0);
    Windows windows = windows(call, x);
    return shaped(norm(under(x, windows, 0), call.integer("p", 2), 2), x, windows);
  }

  private static Tensor globalNorm(Call call) {
    return norm(call.real(0), call.integer("p", 2), spatial(call));
  }

  private static Tensor norm(Tensor x, long p, int... axes) {
    if (p < 1) {
      throw GraphException.corrupt("a norm of the order %d".formatted(p));
    }
    Tensor order = x.graph().scalar((double) p);
    Tensor sum = Reductions.sum(Arithmetic.pow(abs(x), order), axes);
    return Arithmetic.pow(sum, x.graph().scalar(1.0 / p));
  }

  private static Windows windows(Call call, Tensor x) {
    if (x.rank() < 3) {
      throw GraphException.shape("images of the shape " + x.shape());
    }
    int[] input = x.shape().slice(2, x.rank()).sizes();
    if (!call.has("kernel_shape")) {
      throw GraphException.corrupt("it does not say how large its windows are");
    }
    return Windows.of(call, input, Windows.attribute(call, "kernel_shape", input.length, 1, 1));
  }

  /** The elements under all windows, N × C × kernel × windows. */
  private static Tensor under(Tensor x, Windows windows, double outside) {
    Shape front = x.shape().slice(0, 2);
    Tensor flat = Layout.reshape(x, front.followedBy(Shape.of(windows.inputCount())));
    return Layout.reshape(
        Indexing.picked(flat, 2, windows.places(), outside),
        front.followedBy(Shape.of(windows.kernelCount(), windows.outputCount())));
  }

  private static Tensor shaped(Tensor result, Tensor x, Windows windows) {
    return Layout.reshape(result, x.shape().slice(0, 2).followedBy(Shape.of(windows.output())));
  }
}
