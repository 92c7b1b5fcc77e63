package org.liegg.engine.dl4j.image;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DepthwiseConvolution2D;
import org.deeplearning4j.nn.conf.layers.SeparableConvolution2D;
import org.liegg.engine.dl4j.flow.Axis;
import org.liegg.engine.dl4j.flow.Operation;
import org.liegg.engine.dl4j.flow.Window;

/** Convolutions, without their activations. */
final class ConvolutionReader {
  private final FlowWriter flow;

  ConvolutionReader(FlowWriter flow) {
    this.flow = flow;
  }

  /** Every kind of them. */
  Signal read(ConvolutionLayer layer, Weights weights, Signal signal) {
    Signal image = flow.image(signal, layer.getCnn2dDataFormat());
    UnknownLayer.unless(image.channels() == layer.getNIn(), "another number of channels");
    Window window =
        window(
            image,
            layer.getKernelSize(),
            layer.getStride(),
            layer.getDilation(),
            layer.getPadding(),
            layer.getConvolutionMode());
    if (layer instanceof DepthwiseConvolution2D depthwise) {
      return depthwise(depthwise, weights, image, window);
    }
    if (layer instanceof SeparableConvolution2D separable) {
      return separable(separable, weights, image, window);
    }
    int outputs = (int) layer.getNOut();
    int bias = layer.hasBias() ? outputs : 0;
    weights.require(bias + (long) window.patch() * outputs);
    Operation map =
        new Operation.Affine(
            Optional.of(window),
            window.positions(),
            window.patch(),
            outputs,
            weights.convolution(bias, window.channels(), window.cells()),
            bias(layer, weights, outputs));
    return result(map, image, window, outputs);
  }

  private static double[] bias(ConvolutionLayer layer, Weights weights, int outputs) {
    return layer.hasBias() ? weights.slice(0, outputs) : new double[outputs];
  }

  private Signal result(Operation operation, Signal image, Window window, int channels) {
    List<Integer> shape =
        image.shapeOf(window.vertical().count(), window.horizontal().count(), channels);
    return flow.add(operation, shape, image.channelsMoved(), List.of(image));
  }

  /** Weights are kept as cells × channels × multiplier. */
  private Signal depthwise(
      DepthwiseConvolution2D layer, Weights weights, Signal image, Window window) {
    int outputs = window.channels() * layer.getDepthMultiplier();
    UnknownLayer.unless(outputs == layer.getNOut(), "another number of outputs");
    int bias = layer.hasBias() ? outputs : 0;
    weights.require(bias + (long) window.cells() * outputs);
    Operation convolution =
        new Operation.Depthwise(
            window,
            layer.getDepthMultiplier(),
            weights.slice(bias, window.cells() * outputs),
            bias(layer, weights, outputs));
    return result(convolution, image, window, outputs);
  }

  /** Weights are kept as multiplier × channels × cells, then outputs × (channels × multiplier). */
  private Signal separable(
      SeparableConvolution2D layer, Weights weights, Signal image, Window window) {
    int channels = window.channels();
    // Of a single channel, Deeplearning4j makes other values or none.
    UnknownLayer.unless(channels > 1, "a separable convolution of one channel");
    int multiplier = layer.getDepthMultiplier();
    int middle = channels * multiplier;
    int outputs = (int) layer.getNOut();
    int bias = layer.hasBias() ? outputs : 0;
    int between = bias + window.cells() * middle;
    weights.require(between + (long) middle * outputs);
    double[] cells = new double[window.cells() * middle];
    for (int i = 0; i < cells.length; i++) {
      int channel = i % middle / multiplier;
      int copy = i % multiplier;
      cells[i] = weights.at(bias + (copy * channels + channel) * window.cells() + i / middle);
    }
    Operation first = new Operation.Depthwise(window, multiplier, cells, new double[middle]);
    Signal spread = result(first, image, window, middle);
    Operation second =
        new Operation.Affine(
            Optional.empty(),
            window.positions(),
            middle,
            outputs,
            (row, column) -> weights.at(between + column * middle + row),
            bias(layer, weights, outputs));
    return result(second, spread, window, outputs);
  }

  /** How windows lie on an image. */
  static Window window(
      Signal image, int[] size, int[] stride, int[] dilation, int[] padding, ConvolutionMode mode) {
    UnknownLayer.unless(
        mode != null
            && Stream.of(size, stride, dilation, padding)
                .allMatch(axes -> axes != null && axes.length == 2),
        "windows of another number of axes");
    Optional<Axis> vertical =
        Axis.of(image.rows(), size[0], stride[0], dilation[0], padding[0], mode);
    Optional<Axis> horizontal =
        Axis.of(image.columns(), size[1], stride[1], dilation[1], padding[1], mode);
    if (vertical.isEmpty() || horizontal.isEmpty()) {
      throw new UnknownLayer("windows that do not fit");
    }
    return new Window(vertical.get(), horizontal.get(), image.channels());
  }
}
