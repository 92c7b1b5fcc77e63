package org.liegg.engine.onnx.operators;

import java.util.Arrays;
import org.liegg.engine.onnx.graph.GraphException;
import org.liegg.engine.onnx.graph.Shape;
import org.liegg.engine.onnx.graph.Tensor;
import org.liegg.engine.onnx.ops.Arithmetic;
import org.liegg.engine.onnx.ops.Indexing;
import org.liegg.engine.onnx.ops.Layout;
import org.liegg.engine.onnx.ops.Products;
import org.liegg.engine.onnx.translate.Call;

/**
 * Convolutions, as products of the weights with the elements under all windows, which ONNX Runtime
 * has in double precision: x [N, C, spatial…], weights [M, C/g, kernel…], any number of axes.
 */
final class ConvolutionOperators {

  private ConvolutionOperators() {}

  static void addTo(Operators all) {
    all.one("Conv", ConvolutionOperators::convolution);
    all.one("ConvTranspose", ConvolutionOperators::transposed);
  }

  private static Tensor convolution(Call call) {
    Tensor x = call.real(0);
    Tensor weights = call.real(1);
    int groups = groups(call, x, weights);
    int channels = x.shape().size(1);
    int filters = weights.shape().size(0);
    if (weights.shape().size(1) * groups != channels || filters % groups != 0) {
      throw GraphException.shape(
          "%d channels in %d groups, weights of %s".formatted(channels, groups, weights.shape()));
    }
    Windows windows = Windows.of(call, spatial(x), kernel(call, weights));
    int samples = x.shape().size(0);
    int depth = channels / groups * windows.kernelCount();
    Tensor flat = Layout.reshape(x, Shape.of(samples, channels, windows.inputCount()));
    Tensor under =
        Layout.reshape(
            Indexing.picked(flat, 2, windows.places(), 0),
            Shape.of(samples, groups, depth, windows.outputCount()));
    Tensor filter = Layout.reshape(weights, Shape.of(groups, filters / groups, depth));
    Tensor product = Products.matMul(filter, under);
    Tensor result =
        Layout.reshape(product, Shape.of(samples, filters).followedBy(Shape.of(windows.output())));
    return biased(call, result);
  }

  /** The adjoint of a convolution: each element is spread over its window. */
  private static Tensor transposed(Call call) {
    Tensor x = call.real(0);
    Tensor weights = call.real(1);
    int groups = groups(call, x, weights);
    int channels = x.shape().size(1);
    if (weights.shape().size(0) != channels || channels % groups != 0) {
      throw GraphException.shape(
          "%d channels in %d groups, weights of %s".formatted(channels, groups, weights.shape()));
    }
    int filters = Shape.of(weights.shape().size(1), groups).count();
    Windows windows = outputWindows(call, spatial(x), kernel(call, weights));
    int samples = x.shape().size(0);
    int depth = filters / groups * windows.kernelCount();
    Tensor flat =
        Layout.reshape(x, Shape.of(samples, groups, channels / groups, windows.outputCount()));
    Tensor filter = Layout.reshape(weights, Shape.of(groups, channels / groups, depth));
    Tensor spread = Products.matMul(Products.transposed(filter), flat);
    Tensor terms =
        Layout.reshape(
            spread, Shape.of(samples, filters, windows.kernelCount() * windows.outputCount()));
    int size = windows.inputCount();
    Tensor sums = Indexing.summed(terms, 2, windows.places(), size);
    Tensor result =
        Layout.reshape(sums, Shape.of(samples, filters).followedBy(Shape.of(windows.input())));
    return biased(call, result);
  }

  /** The windows of the convolution of which this is the adjoint: its input is our output. */
  private static Windows outputWindows(Call call, int[] input, int[] kernel) {
    int axes = input.length;
    int[] strides = Windows.attribute(call, "strides", axes, 1, 1);
    int[] dilations = Windows.attribute(call, "dilations", axes, 1, 1);
    int[] extra = Windows.attribute(call, "output_padding", axes, 0, 0);
    int[] asked = Windows.attribute(call, "output_shape", axes, 0, 1);
    int[] pads = Windows.attribute(call, "pads", 2 * axes, 0, 0);
    String auto = call.text("auto_pad", "NOTSET");
    int[] before = new int[axes];
    int[] behind = new int[axes];
    int[] output = new int[axes];
    for (int a = 0; a < axes; a++) {
      long full =
          (long) strides[a] * (input[a] - 1) + extra[a] + (long) (kernel[a] - 1) * dilations[a] + 1;
      boolean same = auto.startsWith("SAME");
      if (asked[a] > 0 || same) {
        output[a] = asked[a] > 0 ? asked[a] : Math.multiplyExact(input[a], strides[a]);
        int total = (int) Math.max(0, full - output[a]);
        before[a] = auto.equals("SAME_UPPER") ? total / 2 : total - total / 2;
        behind[a] = total - before[a];
      } else {
        before[a] = auto.equals("VALID") ? 0 : pads[a];
        behind[a] = auto.equals("VALID") ? 0 : pads[axes + a];
        output[a] = Shape.of(Math.max(-1, full - before[a] - behind[a])).size(0);
      }
      if (output[a] < 1) {
        throw GraphException.shape("an output of %d elements".formatted(output[a]));
      }
    }
    return new Windows(
            /* input= */ output, /* output= */ input, kernel, strides, dilations, before, behind)
        .checked();
  }

  private static int groups(Call call, Tensor x, Tensor weights) {
    if (x.rank() < 3 || weights.rank() != x.rank()) {
      throw GraphException.shape(
          "an input of %s, weights of %s".formatted(x.shape(), weights.shape()));
    }
    long groups = call.integer("group", 1);
    if (groups < 1 || groups > x.shape().size(1)) {
      throw GraphException.corrupt("%d groups of %d channels".formatted(groups, x.shape().size(1)));
    }
    return (int) groups;
  }

  private static int[] spatial(Tensor x) {
    return x.shape().slice(2, x.rank()).sizes();
  }

  private static int[] kernel(Call call, Tensor weights) {
    int[] kernel = spatial(weights);
    long[] said = call.longs("kernel_shape");
    boolean other =
        said.length > 0 && !Arrays.equals(said, Arrays.stream(kernel).asLongStream().toArray());
    if (other || Arrays.stream(kernel).anyMatch(size -> size < 1)) {
      throw GraphException.corrupt(
          "a kernel of %s, weights of %s".formatted(Arrays.toString(said), weights.shape()));
    }
    return kernel;
  }

  private static Tensor biased(Call call, Tensor result) {
    if (!call.has(2)) {
      return result;
    }
    return Arithmetic.add(result, perChannel(call.real(2), result));
  }

  /** A number for each channel, to be combined with [N, C, …]. */
  static Tensor perChannel(Tensor values, Tensor x) {
    int channels = x.shape().size(1);
    if (values.shape().count() != channels) {
      throw GraphException.shape(
          "%d numbers for %d channels".formatted(values.shape().count(), channels));
    }
    int[] sizes = new int[x.rank() - 1];
    Arrays.fill(sizes, 1);
    sizes[0] = channels;
    return Layout.reshape(values, Shape.of(sizes));
  }
}
