package org.liegg.engine.onnx.operators;

import org.liegg.engine.onnx.graph.GraphException;
import org.liegg.engine.onnx.graph.Shape;
import org.liegg.engine.onnx.graph.Tensor;
import org.liegg.engine.onnx.graph.TensorData;
import org.liegg.engine.onnx.ops.Indexing;
import org.liegg.engine.onnx.ops.Layout;
import org.liegg.engine.onnx.ops.Products;

/** Interpolation along one axis: each new element is a combination of old ones. */
final class AxisResize {
  /** How elements are combined. */
  enum Mode {
    /** The nearest one. */
    NEAREST,
    /** The two neighbours. */
    LINEAR,
    /** The four neighbours. */
    CUBIC
  }

  private final Mode mode;
  private final String places;
  private final String rounding;
  private final int input;
  private final double scale;
  private int output;
  private double a = -0.75;
  private boolean excludeOutside;

  /**
   * @param places how new places lie among the old ones: {@code half_pixel} and its like
   * @param rounding which place is nearest
   * @param input elements before
   * @param scale elements behind, as a multiple of those before
   */
  AxisResize(Mode mode, String places, String rounding, int input, double scale) {
    this.mode = mode;
    this.places = places;
    this.rounding = rounding;
    this.input = input;
    this.scale = scale;
    if (!(scale > 0) || input < 1 || !(scale * input < Shape.MAX_ELEMENTS)) {
      throw GraphException.corrupt("%d elements times %s".formatted(input, scale));
    }
    this.output = (int) Math.floor(scale * input);
    if (output < 1) {
      throw GraphException.corrupt("%d elements times %s".formatted(input, scale));
    }
  }

  static Mode mode(String name) {
    return switch (name) {
      case "nearest" -> Mode.NEAREST;
      case "linear", "bilinear" -> Mode.LINEAR;
      case "cubic" -> Mode.CUBIC;
      default -> throw GraphException.unsupported("the mode " + name);
    };
  }

  /** The same with these settings of cubic interpolation. */
  AxisResize cubic(double coefficient, boolean outside) {
    a = coefficient;
    excludeOutside = outside;
    return this;
  }

  /** The same to so many elements. */
  AxisResize to(int size) {
    if (size < 1) {
      throw GraphException.corrupt("%d elements".formatted(size));
    }
    output = size;
    return this;
  }

  /** The tensor with the new elements along the axis. */
  Tensor apply(Tensor x, int axis) {
    if (output == input && scale == 1) {
      return x;
    }
    if (mode == Mode.NEAREST) {
      int[] nearest = new int[output];
      for (int i = 0; i < output; i++) {
        nearest[i] = within((int) nearest(place(i)));
      }
      return Indexing.picked(x, axis, nearest, 0);
    }
    double[] weights = new double[Shape.of(input, output).count()];
    for (int i = 0; i < output; i++) {
      addWeights(weights, i);
    }
    Tensor matrix = x.graph().constant(TensorData.reals(Shape.of(input, output), weights));
    Tensor last = Layout.moved(x, axis, x.rank() - 1);
    return Layout.moved(Products.matMul(last, matrix), x.rank() - 1, axis);
  }

  /** Where a new element lies among the old ones. */
  private double place(int i) {
    double half = (i + 0.5) / scale - 0.5;
    return switch (places) {
      case "half_pixel" -> half;
      case "pytorch_half_pixel" -> output > 1 ? half : 0;
      case "asymmetric" -> i / scale;
      case "align_corners" -> output > 1 ? (double) i * (input - 1) / (output - 1) : 0;
      case "half_pixel_symmetric" -> half + input / 2.0 * (1 - output / (scale * input));
      default -> throw GraphException.unsupported("the coordinates " + places);
    };
  }

  private double nearest(double place) {
    return switch (rounding) {
      case "round_prefer_floor" -> Math.ceil(place - 0.5);
      case "round_prefer_ceil" -> Math.floor(place + 0.5);
      case "floor" -> Math.floor(place);
      case "ceil" -> Math.ceil(place);
      default -> throw GraphException.unsupported("the rounding " + rounding);
    };
  }

  private int within(int place) {
    return Math.max(0, Math.min(input - 1, place));
  }

  private void addWeights(double[] weights, int i) {
    double place = place(i);
    int floor = (int) Math.floor(place);
    double t = place - floor;
    double[] taps =
        mode == Mode.LINEAR
            ? new double[] {1 - t, t}
            : new double[] {outer(1 + t), inner(t), inner(1 - t), outer(2 - t)};
    int first = mode == Mode.LINEAR ? floor : floor - 1;
    double sum = 0;
    for (int k = 0; k < taps.length; k++) {
      boolean outside = first + k < 0 || first + k >= input;
      taps[k] = mode == Mode.CUBIC && excludeOutside && outside ? 0 : taps[k];
      sum += taps[k];
    }
    for (int k = 0; k < taps.length; k++) {
      weights[within(first + k) * output + i] += taps[k] / sum;
    }
  }

  /** The weight of an element at most one away. */
  private double inner(double t) {
    return ((a + 2) * t - (a + 3)) * t * t + 1;
  }

  /** The weight of an element between one and two away. */
  private double outer(double t) {
    return ((a * t - 5 * a) * t + 8 * a) * t - 4 * a;
  }
}
