package org.liegg.engine.onnx.operators;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.liegg.engine.onnx.graph.GraphException;
import org.liegg.engine.onnx.graph.Shape;
import org.liegg.engine.onnx.graph.Tensor;
import org.liegg.engine.onnx.translate.Call;

/** Images of another size: {@code Resize} and {@code Upsample}, axis after axis. */
final class ResizeOperators {

  private ResizeOperators() {}

  static void addTo(Operators all) {
    all.one("Upsample", ResizeOperators::upsample);
    all.one("Resize", ResizeOperators::resize);
  }

  private static Tensor upsample(Call call) {
    double[] scales = call.version() < 9 ? call.doubles("scales") : call.doubles(1);
    return old(call, scales);
  }

  /** As it was up to opset 10: the first elements keep their places. */
  private static Tensor old(Call call, double[] scales) {
    Tensor x = call.real(0);
    requireCount(x.rank(), scales.length);
    AxisResize.Mode mode = AxisResize.mode(call.text("mode", "nearest"));
    Tensor result = x;
    for (int axis = 0; axis < scales.length; axis++) {
      AxisResize resize =
          new AxisResize(mode, "asymmetric", "floor", x.shape().size(axis), scales[axis]);
      result = resize.apply(result, axis);
    }
    return result;
  }

  private static Tensor resize(Call call) {
    if (call.version() < 11) {
      return old(call, call.doubles(1));
    }
    if (call.flag("antialias", false)) {
      throw GraphException.unsupported("it smooths (antialias)");
    }
    Tensor x = call.real(0);
    int[] axes =
        call.has("axes")
            ? Arrays.stream(call.longs("axes")).mapToInt(x.shape()::axis).toArray()
            : IntStream.range(0, x.rank()).toArray();
    boolean sized = call.has(3) && call.operand(3).shape().count() > 0;
    double[] scales = sized ? scales(call, x, axes) : call.doubles(2);
    long[] sizes = sized ? call.longs(3) : new long[0];
    requireCount(axes.length, scales.length);
    Tensor result = x;
    for (int i = 0; i < axes.length; i++) {
      AxisResize resize =
          new AxisResize(
              AxisResize.mode(call.text("mode", "nearest")),
              call.text("coordinate_transformation_mode", "half_pixel"),
              call.text("nearest_mode", "round_prefer_floor"),
              x.shape().size(axes[i]),
              scales[i]);
      resize =
          resize.cubic(call.number("cubic_coeff_a", -0.75), call.flag("exclude_outside", false));
      resize = sized ? resize.to(Shape.of(sizes[i]).size(0)) : resize;
      result = resize.apply(result, axes[i]);
    }
    return result;
  }

  private static double[] scales(Call call, Tensor x, int[] axes) {
    if (!call.text("keep_aspect_ratio_policy", "stretch").equals("stretch")) {
      throw GraphException.unsupported("it keeps the aspect ratio");
    }
    long[] sizes = call.longs(3);
    requireCount(axes.length, sizes.length);
    return IntStream.range(0, axes.length)
        .mapToDouble(i -> (double) sizes[i] / x.shape().size(axes[i]))
        .toArray();
  }

  private static void requireCount(int axes, int found) {
    if (axes != found) {
      throw GraphException.corrupt("%d sizes for %d axes".formatted(found, axes));
    }
  }
}
