package org.liegg.engine.onnx.operators;

import java.util.Arrays;
import org.liegg.engine.onnx.graph.GraphException;
import org.liegg.engine.onnx.graph.Shape;
import org.liegg.engine.onnx.translate.Call;

/**
 * How the windows of a convolution or a pooling lie on their input: along every spatial axis,
 * window o begins at o s − p and has k elements d apart.
 *
 * @param input sizes along the spatial axes
 * @param output how many windows there are along each
 * @param kernel k
 * @param strides s
 * @param dilations d
 * @param before p, elements that are missing in front
 * @param behind elements that are missing at the end
 */
record Windows(
    int[] input,
    int[] output,
    int[] kernel,
    int[] strides,
    int[] dilations,
    int[] before,
    int[] behind) {
  private static final int MAX_PLACES = 1 << 26;

  /**
   * Reads the attributes that all such operators have.
   *
   * @param input sizes along the spatial axes
   * @param kernel sizes of a window
   * @throws GraphException if one is not positive, or no window fits
   */
  static Windows of(Call call, int[] input, int[] kernel) {
    int axes = input.length;
    int[] strides = attribute(call, "strides", axes, 1, 1);
    int[] dilations = attribute(call, "dilations", axes, 1, 1);
    int[] before = new int[axes];
    int[] behind = new int[axes];
    int[] output = new int[axes];
    String auto = call.text("auto_pad", "NOTSET");
    int[] pads = attribute(call, "pads", 2 * axes, 0, 0);
    boolean up = call.flag("ceil_mode", false);
    for (int a = 0; a < axes; a++) {
      int reach = Math.addExact(Math.multiplyExact(dilations[a], kernel[a] - 1), 1);
      switch (auto) {
        case "SAME_UPPER", "SAME_LOWER" -> {
          output[a] = (input[a] + strides[a] - 1) / strides[a];
          int total = Math.max(0, (output[a] - 1) * strides[a] + reach - input[a]);
          before[a] = auto.equals("SAME_UPPER") ? total / 2 : (total + 1) / 2;
          behind[a] = total - before[a];
        }
        case "VALID" -> output[a] = count(input[a], reach, strides[a], up, 0);
        default -> {
          before[a] = pads[a];
          behind[a] = pads[axes + a];
          int padded = Math.addExact(input[a], Math.addExact(before[a], behind[a]));
          output[a] = count(padded, reach, strides[a], up, input[a] + before[a]);
        }
      }
      if (output[a] < 1) {
        throw GraphException.shape("windows of %d on %d elements".formatted(reach, input[a]));
      }
    }
    return new Windows(input, output, kernel, strides, dilations, before, behind).checked();
  }

  /** How many windows there are; the last one must begin before the padding at the end. */
  private static int count(int padded, int reach, int stride, boolean up, int end) {
    int free = padded - reach;
    if (free < 0) {
      return 0;
    }
    int count = (up ? (free + stride - 1) / stride : free / stride) + 1;
    return up && end > 0 && (count - 1) * stride >= end ? count - 1 : count;
  }

  /** Whole numbers along the axes, none below a bound. */
  static int[] attribute(Call call, String name, int count, int otherwise, int least) {
    long[] found = call.longs(name);
    int[] values = new int[count];
    Arrays.fill(values, otherwise);
    if (found.length > 0) {
      if (found.length != count) {
        throw GraphException.corrupt(
            "%s has %d numbers in place of %d".formatted(name, found.length, count));
      }
      for (int i = 0; i < count; i++) {
        if (found[i] < least || found[i] > MAX_PLACES) {
          throw GraphException.corrupt("%s of %d".formatted(name, found[i]));
        }
        values[i] = (int) found[i];
      }
    }
    return values;
  }

  Windows checked() {
    long places = (long) kernelCount() * outputCount();
    if (places > MAX_PLACES) {
      throw GraphException.tooLarge("windows of %d elements together".formatted(places));
    }
    return this;
  }

  /** Elements of a window. */
  int kernelCount() {
    return Shape.of(kernel).count();
  }

  /** The number of windows. */
  int outputCount() {
    return Shape.of(output).count();
  }

  /** Elements of the input along the spatial axes. */
  int inputCount() {
    return Shape.of(input).count();
  }

  /**
   * Which element of the flattened input each element of each window is.
   *
   * @return kernel × output, with the number of elements for what lies outside
   */
  int[] places() {
    int windows = outputCount();
    int outside = inputCount();
    int[] places = new int[kernelCount() * windows];
    for (int i = 0; i < places.length; i++) {
      places[i] = place(i / windows, i % windows, outside);
    }
    return places;
  }

  private int place(int inKernel, int window, int outside) {
    int place = 0;
    int scale = 1;
    int k = inKernel;
    int o = window;
    for (int a = input.length - 1; a >= 0; a--) {
      int at = at(a, o % output[a], k % kernel[a]);
      if (at < 0 || at >= input[a]) {
        return outside;
      }
      place += at * scale;
      scale *= input[a];
      k /= kernel[a];
      o /= output[a];
    }
    return place;
  }

  private int at(int axis, int window, int inKernel) {
    return window * strides[axis] - before[axis] + inKernel * dilations[axis];
  }

  /**
   * How many elements of each window there are.
   *
   * @param padding whether those that are missing at the ends count as well
   */
  double[] counts(boolean padding) {
    int windows = outputCount();
    double[] counts = new double[windows];
    for (int i = 0; i < kernelCount() * windows; i++) {
      counts[i % windows] += counts(i / windows, i % windows, padding) ? 1 : 0;
    }
    return counts;
  }

  private boolean counts(int inKernel, int window, boolean padding) {
    int k = inKernel;
    int o = window;
    for (int a = input.length - 1; a >= 0; a--) {
      int at = at(a, o % output[a], k % kernel[a]);
      int from = padding ? -before[a] : 0;
      int to = input[a] + (padding ? behind[a] : 0);
      if (at < from || at >= to) {
        return false;
      }
      k /= kernel[a];
      o /= output[a];
    }
    return true;
  }
}
