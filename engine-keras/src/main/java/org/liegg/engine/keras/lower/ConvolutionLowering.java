package org.liegg.engine.keras.lower;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.liegg.engine.keras.program.Matrix;
import org.liegg.engine.keras.program.Values;
import org.liegg.engine.keras.read.Fields;
import org.liegg.engine.keras.read.Weight;

/** Convolutions along one, two or three axes. */
final class ConvolutionLowering {
  private ConvolutionLowering() {}

  /**
   * A window of an axis or more times a matrix.
   *
   * @param space axes of space
   */
  static Signal plain(LowerContext context, int space) {
    Fields fields = context.fields();
    fields.ignore("input_length", "input_dim");
    int filters = fields.size("filters");
    int groups = fields.isLeftOut("groups") ? 1 : fields.size("groups");
    Values x = Window.channelsLast(context, space);
    Window window = window(context, x, space);
    int width = x.last() / groups;
    int[] shape = Arrays.copyOf(window.size(), space + 2);
    shape[space] = width;
    shape[space + 1] = filters;
    Weight stored = context.weights().take("kernel", shape);
    Weight kernel = context.fields().dialect().flipsKernels() ? backwards(stored, space) : stored;
    double[] bias = bias(context, filters);
    if (x.last() % groups != 0 || filters % groups != 0) {
      throw context.corrupt("has %d groups of %d channels".formatted(groups, x.last()));
    }
    List<Values> parts = new ArrayList<>();
    for (int g = 0; g < groups; g++) {
      parts.add(group(context, x, window, kernel, bias, g, groups));
    }
    Values y = Values.concatenate(parts, space);
    return Signal.of(context.activated(Window.asBefore(context, y)));
  }

  private static Values group(
      LowerContext context,
      Values x,
      Window window,
      Weight kernel,
      double[] bias,
      int group,
      int groups) {
    int width = x.last() / groups;
    int filters = bias.length / groups;
    int from = group * filters;
    Matrix matrix =
        context
            .program()
            .matrix(
                kernel,
                List.of(group),
                () ->
                    Matrix.of(
                        window.places() * width,
                        filters,
                        columns(kernel.doubles(), bias.length, from, from + filters),
                        Arrays.copyOfRange(bias, from, from + filters)));
    return windows(
        context, x.slice(x.rank() - 1, group * width, (group + 1) * width), window, matrix);
  }

  /** A matrix applied to all channels of every window. */
  static Values windows(LowerContext context, Values x, Window window, Matrix matrix) {
    int[] lengths = Window.space(x);
    int width = x.last();
    int zero = context.program().constant(0);
    int[] at = new int[lengths.length];
    int count = Values.size(window.counts());
    int[] slots = new int[count * matrix.outputs()];
    for (int w = 0; w < count; w++) {
      int[] in = new int[window.places() * width];
      int[] positions = window.positions(at, lengths);
      for (int i = 0; i < in.length; i++) {
        int position = positions[i / width];
        in[i] = position < 0 ? zero : x.slots()[position * width + i % width];
      }
      System.arraycopy(
          context.program().affine(matrix, in), 0, slots, w * matrix.outputs(), matrix.outputs());
      Values.advance(at, window.counts());
    }
    int[] shape = Arrays.copyOf(window.counts(), lengths.length + 1);
    shape[lengths.length] = matrix.outputs();
    return new Values(shape, slots);
  }

  /** Convolves each channel separately. */
  static Signal depthwise(LowerContext context, int space) {
    context.fields().ignore("filters");
    Values x = Window.channelsLast(context, space);
    int multiplier = multiplier(context);
    Weight kernel = depthKernel(context, x, space, multiplier);
    double[] bias = bias(context, x.last() * multiplier);
    Values y = eachChannel(context, x, window(context, x, space), kernel, bias);
    return Signal.of(context.activated(Window.asBefore(context, y)));
  }

  /** Convolves each channel separately, then combines the channels of each position. */
  static Signal separable(LowerContext context, int space) {
    int filters = context.fields().size("filters");
    Values x = Window.channelsLast(context, space);
    int multiplier = multiplier(context);
    Weight depth = depthKernel(context, x, space, multiplier);
    int width = x.last() * multiplier;
    int[] shape = new int[space + 2];
    Arrays.fill(shape, 1);
    shape[space] = width;
    shape[space + 1] = filters;
    Weight point = context.weights().take("pointwise_kernel", shape);
    double[] bias = bias(context, filters);
    Values deep = eachChannel(context, x, window(context, x, space), depth, new double[width]);
    Matrix matrix =
        context
            .program()
            .matrix(point, List.of(), () -> Matrix.of(width, filters, point.doubles(), bias));
    Values y = DenseLowering.alongLast(context, matrix, deep);
    return Signal.of(context.activated(Window.asBefore(context, y)));
  }

  /** A window of an axis or two times a matrix of its own at every place. */
  static Signal local(LowerContext context, int space) {
    Fields fields = context.fields();
    fields.require("implementation", "1");
    fields.require("padding", "valid");
    fields.require("data_format", "channels_last");
    int filters = fields.size("filters");
    Values x = context.requireRank(space + 1);
    Window window = window(context, x, space);
    int places = Values.size(window.counts());
    int width = window.places() * x.last();
    Weight kernel = context.weights().take("kernel", places, width, filters);
    int[] shape = Arrays.copyOf(window.counts(), space + 1);
    shape[space] = filters;
    double[] bias =
        fields.flag("use_bias", true)
            ? context.weights().take("bias", shape).doubles()
            : new double[places * filters];
    double[] values = kernel.doubles();
    int[] at = new int[space];
    int[] slots = new int[places * filters];
    for (int p = 0; p < places; p++) {
      int from = p * width * filters;
      Matrix matrix =
          Matrix.of(
              width,
              filters,
              Arrays.copyOfRange(values, from, from + width * filters),
              Arrays.copyOfRange(bias, p * filters, (p + 1) * filters));
      int[] in =
          Arrays.stream(window.positions(at, Window.space(x)))
              .flatMap(q -> Arrays.stream(x.slots(), q * x.last(), (q + 1) * x.last()))
              .toArray();
      System.arraycopy(context.program().affine(matrix, in), 0, slots, p * filters, filters);
      Values.advance(at, window.counts());
    }
    return Signal.of(context.activated(new Values(shape, slots)));
  }

  private static int multiplier(LowerContext context) {
    Fields fields = context.fields();
    return fields.isLeftOut("depth_multiplier") ? 1 : fields.size("depth_multiplier");
  }

  private static Weight depthKernel(LowerContext context, Values x, int space, int multiplier) {
    int[] shape = Arrays.copyOf(context.fields().sizes("kernel_size", space), space + 2);
    shape[space] = x.last();
    shape[space + 1] = multiplier;
    if (context.fields().dialect().flipsKernels()) {
      throw context.unsupported("was saved by Theano");
    }
    Fields fields = context.fields();
    fields.require("groups", "1");
    // Keras 2 and 3 have two names for it.
    boolean separable = context.layer().type().startsWith("Separable");
    return context
        .weights()
        .takeEither(
            separable ? List.of("depthwise_kernel") : List.of("depthwise_kernel", "kernel"), shape);
  }

  private static Values eachChannel(
      LowerContext context, Values x, Window window, Weight kernel, double[] bias) {
    int channels = x.last();
    int multiplier = bias.length / channels;
    List<Values> parts = new ArrayList<>();
    for (int c = 0; c < channels; c++) {
      int from = c * multiplier;
      Matrix matrix =
          context
              .program()
              .matrix(
                  kernel,
                  List.of(from),
                  () ->
                      Matrix.of(
                          window.places(),
                          multiplier,
                          columns(kernel.doubles(), bias.length, from, from + multiplier),
                          Arrays.copyOfRange(bias, from, from + multiplier)));
      parts.add(windows(context, x.slice(x.rank() - 1, c, c + 1), window, matrix));
    }
    return Values.concatenate(parts, x.rank() - 1);
  }

  /** The windows that the settings say. */
  static Window window(LowerContext context, Values x, int space) {
    Fields fields = context.fields();
    int[] ones = IntStream.range(0, space).map(i -> 1).toArray();
    return Window.of(
        context,
        Window.space(x),
        fields.sizes("kernel_size", space),
        fields.sizes("strides", space, ones),
        fields.sizes("dilation_rate", space, ones));
  }

  /** The bias, or zeros where there is none. */
  static double[] bias(LowerContext context, int size) {
    return context.fields().flag("use_bias", true)
        ? context.weights().take("bias", size).doubles()
        : new double[size];
  }

  /** Columns {@code from} to {@code to}, exclusive, of a matrix, row-major. */
  private static double[] columns(double[] matrix, int width, int from, int to) {
    int rows = matrix.length / width;
    double[] part = new double[rows * (to - from)];
    for (int row = 0; row < rows; row++) {
      System.arraycopy(matrix, row * width + from, part, row * (to - from), to - from);
    }
    return part;
  }

  /** A kernel backwards along the axes of space. */
  static Weight backwards(Weight kernel, int space) {
    int[] places = new int[Values.size(kernel.shape())];
    Arrays.setAll(places, i -> i);
    Values flipped = new Values(kernel.shape(), places);
    for (int axis = 0; axis < space; axis++) {
      flipped = flipped.flip(axis);
    }
    return kernel.gather(kernel.shape(), flipped.slots());
  }
}
