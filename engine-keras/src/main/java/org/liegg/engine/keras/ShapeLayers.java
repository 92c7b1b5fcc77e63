package org.liegg.engine.keras;

import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.DataFormat;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.preprocessor.CnnToFeedForwardPreProcessor;
import org.deeplearning4j.preprocessors.ReshapePreprocessor;
import org.nd4j.linalg.activations.impl.ActivationIdentity;

/** Layers that put the same values, row-major, into another shape. */
final class ShapeLayers {
  private ShapeLayers() {}

  /** Into a vector. */
  static Step flatten(LayerContext context) {
    context.fields().require("data_format", "channels_last");
    return to(context, List.of(size(context.input())));
  }

  /** Into the setting {@code target_shape}, of which one length may be left open as −1. */
  static Step reshape(LayerContext context) {
    List<Integer> target = new ArrayList<>();
    var value = context.fields().get("target_shape");
    value.forEach(length -> target.add(length.asInt(0)));
    int size = size(context.input());
    int open = target.indexOf(-1);
    if (open >= 0) {
      int known = -target.stream().reduce(1, (a, b) -> a * b);
      target.set(open, known < 1 ? 0 : size / known);
    }
    if (target.isEmpty() || target.stream().anyMatch(n -> n < 1) || size(target) != size) {
      throw context.fields().unsupported("target_shape", value);
    }
    return to(context, target);
  }

  private static Step to(LayerContext context, List<Integer> shape) {
    List<Integer> input = context.input();
    if (shape.equals(input)) {
      return new Step.Nothing(shape);
    }
    if (shape.size() > 3) {
      throw context
          .faults()
          .unsupported("%s makes samples of shape %s".formatted(context.layer().label(), shape));
    }
    return identity(shape).after(preProcessor(input, shape));
  }

  /** What brings samples of one shape into another. */
  static InputPreProcessor preProcessor(List<Integer> from, List<Integer> to) {
    if (from.size() == 3 && to.size() == 1) {
      return new CnnToFeedForwardPreProcessor(
          from.get(0), from.get(1), from.get(2), CNN2DFormat.NHWC);
    }
    DataFormat format = to.size() == 3 ? CNN2DFormat.NHWC : RNNFormat.NWC;
    return new ReshapePreprocessor(longs(from), longs(to), false, format);
  }

  static long[] longs(List<Integer> shape) {
    return shape.stream().mapToLong(Integer::longValue).toArray();
  }

  /** A layer that does nothing to samples of this shape. */
  static Step.OfLayer identity(List<Integer> shape) {
    return new Step.OfLayer(new ActivationLayer(new ActivationIdentity()), shape);
  }

  /** Values of one sample. */
  static int size(List<Integer> shape) {
    return shape.stream().reduce(1, Math::multiplyExact);
  }
}
