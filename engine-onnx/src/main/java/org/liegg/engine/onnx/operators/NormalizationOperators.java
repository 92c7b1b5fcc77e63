package org.liegg.engine.onnx.operators;

import static org.liegg.engine.onnx.operators.ConvolutionOperators.perChannel;
import static org.liegg.engine.onnx.ops.Arithmetic.add;
import static org.liegg.engine.onnx.ops.Arithmetic.div;
import static org.liegg.engine.onnx.ops.Arithmetic.mul;
import static org.liegg.engine.onnx.ops.Arithmetic.plus;
import static org.liegg.engine.onnx.ops.Arithmetic.sub;
import static org.liegg.engine.onnx.ops.Arithmetic.times;
import static org.liegg.engine.onnx.ops.Elementwise.abs;
import static org.liegg.engine.onnx.ops.Elementwise.sqrt;
import static org.liegg.engine.onnx.ops.Elementwise.square;

import java.util.List;
import java.util.stream.IntStream;
import org.liegg.engine.onnx.graph.GraphException;
import org.liegg.engine.onnx.graph.Shape;
import org.liegg.engine.onnx.graph.Tensor;
import org.liegg.engine.onnx.ops.Arithmetic;
import org.liegg.engine.onnx.ops.Elementwise;
import org.liegg.engine.onnx.ops.Indexing;
import org.liegg.engine.onnx.ops.Layout;
import org.liegg.engine.onnx.ops.Reductions;
import org.liegg.engine.onnx.translate.Call;

/** Normalizations, as they are at inference. */
final class NormalizationOperators {

  private NormalizationOperators() {}

  static void addTo(Operators all) {
    all.add("BatchNormalization", NormalizationOperators::batch);
    all.one("InstanceNormalization", NormalizationOperators::instance);
    all.add("LayerNormalization", NormalizationOperators::layer);
    all.one("RMSNormalization", NormalizationOperators::rootMeanSquare);
    all.one("GroupNormalization", NormalizationOperators::group);
    all.one("LpNormalization", NormalizationOperators::norm);
    all.one("MeanVarianceNormalization", NormalizationOperators::meanVariance);
    all.one("LRN", NormalizationOperators::localResponse);
  }

  private static List<Tensor> batch(Call call) {
    call.refuseResults(1);
    if (call.flag("training_mode", false)) {
      throw GraphException.unsupported("it is in training mode, where samples are mixed");
    }
    if (!call.flag("spatial", true)) {
      throw GraphException.unsupported("it has statistics for every place");
    }
    Tensor x = call.real(0);
    if (x.rank() < 2) {
      throw GraphException.shape("images of the shape " + x.shape());
    }
    Tensor root = sqrt(plus(call.real(4), call.number("epsilon", 1e-5)));
    Tensor scale = div(call.real(1), root);
    Tensor shift = sub(call.real(2), mul(call.real(3), scale));
    return List.of(add(mul(x, perChannel(scale, x)), perChannel(shift, x)));
  }

  /** (x − mean)/√(variance + ε) along some axes. */
  private static Tensor standardized(Tensor x, double epsilon, int... axes) {
    Tensor centred = sub(x, Reductions.mean(x, axes));
    return div(centred, sqrt(plus(Reductions.meanSquare(centred, axes), epsilon)));
  }

  private static Tensor instance(Call call) {
    Tensor x = call.real(0);
    int[] axes = IntStream.range(2, Math.max(2, x.rank())).toArray();
    if (axes.length == 0) {
      throw GraphException.shape("images of the shape " + x.shape());
    }
    Tensor standard = standardized(x, call.number("epsilon", 1e-5), axes);
    return add(mul(standard, perChannel(call.real(1), x)), perChannel(call.real(2), x));
  }

  /** The normalized tensor, the means and the reciprocal deviations. */
  private static List<Tensor> layer(Call call) {
    Tensor x = call.real(0);
    int[] axes = IntStream.range(call.axis(x, -1), x.rank()).toArray();
    Tensor mean = Reductions.mean(x, axes);
    Tensor centred = sub(x, mean);
    Tensor variance = Reductions.meanSquare(centred, axes);
    Tensor deviation = sqrt(plus(variance, call.number("epsilon", 1e-5)));
    Tensor scaled = mul(div(centred, deviation), call.real(1));
    Tensor shifted = call.has(2) ? add(scaled, call.real(2)) : scaled;
    return List.of(shifted, mean, Elementwise.reciprocal(deviation));
  }

  private static Tensor rootMeanSquare(Call call) {
    Tensor x = call.real(0);
    int[] axes = IntStream.range(call.axis(x, -1), x.rank()).toArray();
    Tensor root = sqrt(plus(Reductions.meanSquare(x, axes), call.number("epsilon", 1e-5)));
    return mul(div(x, root), call.real(1));
  }

  /** Scale and shift are those of a group up to opset 20, those of a channel from 21 on. */
  private static Tensor group(Call call) {
    Tensor x = call.real(0);
    long groups = call.integer("num_groups", 0);
    if (x.rank() < 3 || groups < 1 || x.shape().size(1) % groups != 0) {
      throw GraphException.corrupt("%d groups of the shape %s".formatted(groups, x.shape()));
    }
    int g = (int) groups;
    int each = x.shape().size(1) / g;
    Shape split = Shape.of(x.shape().size(0), g, each).followedBy(x.shape().slice(2, x.rank()));
    Tensor parts = Layout.reshape(x, split);
    int[] axes = IntStream.range(2, parts.rank()).toArray();
    Tensor standard = standardized(parts, call.number("epsilon", 1e-5), axes);
    if (call.version() < 21) {
      Tensor scaled = mul(standard, perChannel(call.real(1), parts));
      return Layout.reshape(add(scaled, perChannel(call.real(2), parts)), x.shape());
    }
    Tensor whole = Layout.reshape(standard, x.shape());
    return add(mul(whole, perChannel(call.real(1), x)), perChannel(call.real(2), x));
  }

  private static Tensor norm(Call call) {
    Tensor x = call.real(0);
    int axis = call.axis(x, -1);
    long p = call.integer("p", 2);
    if (p != 1 && p != 2) {
      throw GraphException.unsupported("a norm of the order %d".formatted(p));
    }
    Tensor sum = Reductions.sum(p == 1 ? abs(x) : square(x), axis);
    // What is 0 throughout stays so.
    Tensor none = Arithmetic.compare("Equal", sum, x.graph().scalar(0));
    Tensor size = Arithmetic.choose(none, x.graph().scalar(1), sum);
    return div(x, p == 1 ? size : sqrt(size));
  }

  private static Tensor meanVariance(Call call) {
    Tensor x = call.real(0);
    long[] axes = call.has("axes") ? call.longs("axes") : new long[] {0, 2, 3};
    return standardized(x, 0, Call.axes(x, axes));
  }

  /** x/(β₀ + α/n Σ x²)^β, the sum over n channels around. */
  private static Tensor localResponse(Call call) {
    Tensor x = call.real(0);
    long size = call.integer("size", 1);
    if (size < 1 || x.rank() < 2) {
      throw GraphException.corrupt("%d channels of the shape %s".formatted(size, x.shape()));
    }
    int channels = x.shape().size(1);
    int n = (int) Math.min(size, 2L * channels + 1);
    int[] places = new int[Shape.of(channels, n).count()];
    for (int i = 0; i < places.length; i++) {
      int at = i / n + i % n - (n - 1) / 2;
      places[i] = at < 0 || at >= channels ? channels : at;
    }
    Tensor around = Indexing.picked(square(x), 1, places, 0);
    Shape split = x.shape().inserted(2, n);
    Tensor sum = Layout.squeezed(Reductions.sum(Layout.reshape(around, split), 2), 2);
    Tensor base = plus(times(call.number("alpha", 1e-4) / size, sum), call.number("bias", 1));
    return div(x, Arithmetic.pow(base, x.graph().scalar(call.number("beta", 0.75))));
  }
}
