package org.liegg.engine.keras.lower;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.liegg.engine.keras.program.Matrix;
import org.liegg.engine.keras.program.Values;
import org.liegg.engine.keras.read.Fields;
import org.liegg.engine.keras.read.Weight;

/**
 * Transposed convolutions: what a convolution with the same settings passes back. Place q of the
 * result is the sum, over all places p of the input and k of the kernel with {@code p·stride +
 * k·dilation − before = q}, of the kernel at k times the input at p.
 */
final class TransposedLowering {
  private TransposedLowering() {}

  /**
   * A transposed convolution.
   *
   * @param space axes of space
   */
  static Signal lower(LowerContext context, int space) {
    Fields fields = context.fields();
    fields.require("groups", "1");
    int filters = fields.size("filters");
    Values x = Window.channelsLast(context, space);
    int[] size = fields.sizes("kernel_size", space);
    int[] shape = Arrays.copyOf(size, space + 2);
    shape[space] = filters;
    shape[space + 1] = x.last();
    Weight stored = context.weights().take("kernel", shape);
    boolean flips = fields.dialect().flipsKernels();
    Weight kernel = flips ? ConvolutionLowering.backwards(stored, space) : stored;
    double[] bias = ConvolutionLowering.bias(context, filters);
    Window window = window(context, x, size);
    Values y = places(context, x, window, kernel, bias);
    return Signal.of(context.activated(Window.asBefore(context, y)));
  }

  /** The windows of the convolution that goes the other way: from the result to the input. */
  private static Window window(LowerContext context, Values x, int[] size) {
    Fields fields = context.fields();
    int space = size.length;
    int[] ones = IntStream.range(0, space).map(i -> 1).toArray();
    int[] strides = fields.sizes("strides", space, ones);
    int[] dilation = fields.sizes("dilation_rate", space, ones);
    int[] added = fields.integers("output_padding");
    String padding = fields.text("padding", "valid");
    if (!padding.equals("valid") && !padding.equals("same")) {
      throw fields.unsupported("padding", fields.get("padding"));
    }
    boolean same = padding.equals("same");
    int[] before = new int[space];
    int[] lengths = new int[space];
    for (int axis = 0; axis < space; axis++) {
      int spread = (size[axis] - 1) * dilation[axis] + 1;
      int reach = (x.length(axis) - 1) * strides[axis] + spread;
      if (added.length == 0) {
        lengths[axis] =
            same
                ? x.length(axis) * strides[axis]
                : x.length(axis) * strides[axis] + Math.max(spread - strides[axis], 0);
      } else {
        int more = added[added.length == 1 ? 0 : axis];
        lengths[axis] = reach + more - (same ? 2 * (spread / 2) : 0);
      }
      before[axis] = same ? Math.max(reach - lengths[axis], 0) / 2 : 0;
      if (lengths[axis] < 1 || added.length > space) {
        throw fields.unsupported("output_padding", fields.get("output_padding"));
      }
    }
    return new Window(size, strides, dilation, before, lengths);
  }

  private static Values places(
      LowerContext context, Values x, Window window, Weight kernel, double[] bias) {
    int space = window.size().length;
    int filters = bias.length;
    int count = Values.size(window.counts());
    int[] slots = new int[count * filters];
    int[] at = new int[space];
    for (int q = 0; q < count; q++) {
      List<Integer> used = new ArrayList<>();
      List<Integer> from = new ArrayList<>();
      contributions(window, at, Window.space(x), used, from);
      int[] in =
          from.stream()
              .flatMapToInt(p -> IntStream.range(p * x.last(), (p + 1) * x.last()))
              .map(i -> x.slots()[i])
              .toArray();
      Matrix matrix =
          context.program().matrix(kernel, used, () -> matrix(kernel, used, x.last(), bias));
      System.arraycopy(context.program().affine(matrix, in), 0, slots, q * filters, filters);
      Values.advance(at, window.counts());
    }
    int[] shape = Arrays.copyOf(window.counts(), space + 1);
    shape[space] = filters;
    return new Values(shape, slots);
  }

  /**
   * The places of the kernel that reach a place of the result, and those of the input that they
   * take.
   */
  private static void contributions(
      Window window, int[] at, int[] lengths, List<Integer> used, List<Integer> from) {
    int[] place = new int[lengths.length];
    for (int k = 0; k < window.places(); k++) {
      int position = 0;
      for (int axis = 0; axis < lengths.length && position >= 0; axis++) {
        int where = at[axis] + window.before()[axis] - place[axis] * window.dilation()[axis];
        int p = Math.floorDiv(where, window.strides()[axis]);
        boolean hit = Math.floorMod(where, window.strides()[axis]) == 0;
        position = hit && p >= 0 && p < lengths[axis] ? position * lengths[axis] + p : -1;
      }
      if (position >= 0) {
        used.add(k);
        from.add(position);
      }
      Values.advance(place, window.size());
    }
  }

  /** The kernel, {@code places × filters × channels}, at these places. */
  private static Matrix matrix(Weight kernel, List<Integer> used, int channels, double[] bias) {
    int filters = bias.length;
    double[] values = kernel.doubles();
    double[] matrix = new double[used.size() * channels * filters];
    for (int u = 0; u < used.size(); u++) {
      for (int c = 0; c < channels; c++) {
        for (int f = 0; f < filters; f++) {
          matrix[(u * channels + c) * filters + f] =
              values[(used.get(u) * filters + f) * channels + c];
        }
      }
    }
    return Matrix.of(used.size() * channels, filters, matrix, bias);
  }
}
