package org.liegg.engine.keras;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.liegg.engine.keras.read.Fields;
import org.liegg.engine.keras.read.Weight;

/** Convolutions, channels last. */
final class ConvolutionLayers {
  /**
   * How a kernel is laid over an image.
   *
   * @param size height and width
   * @param strides down and across
   * @param dilation down and across
   * @param mode what happens at the border
   */
  private record Geometry(int[] size, int[] strides, int[] dilation, ConvolutionMode mode) {}

  private ConvolutionLayers() {}

  /** Over the pixels of H × W × C images. */
  static Step images(LayerContext context) {
    Fields fields = context.fields();
    List<Integer> shape = context.requireRank(3);
    requirePlain(fields);
    int[] ones = {1, 1};
    int[] size = fields.sizes("kernel_size", 2);
    int filters = fields.size("filters");
    Weight kernel = context.weights().take("kernel", size[0], size[1], shape.get(2), filters);
    return layer(
        context,
        shape,
        kernel,
        new Geometry(
            size,
            fields.sizes("strides", 2, ones),
            fields.sizes("dilation_rate", 2, ones),
            Windows.mode(fields)));
  }

  /** Over the steps of series of T × C. */
  static Step series(LayerContext context) {
    Fields fields = context.fields();
    List<Integer> shape = context.requireRank(2);
    requirePlain(fields);
    int[] one = {1};
    int size = fields.sizes("kernel_size", 1)[0];
    int filters = fields.size("filters");
    Weight kernel =
        context
            .weights()
            .take("kernel", size, shape.get(1), filters)
            .reshape(size, 1, shape.get(1), filters);
    Geometry geometry =
        new Geometry(
            new int[] {size, 1},
            new int[] {fields.sizes("strides", 1, one)[0], 1},
            new int[] {fields.sizes("dilation_rate", 1, one)[0], 1},
            Windows.mode(fields));
    return Series.over(shape, image -> layer(context, image, kernel, geometry));
  }

  /** A dense layer over each step of series, which is a convolution with a kernel of one step. */
  static Step denseOverSteps(LayerContext context) {
    List<Integer> shape = context.requireRank(2);
    int units = context.fields().size("units");
    Weight kernel =
        context.weights().take("kernel", shape.get(1), units).reshape(1, 1, shape.get(1), units);
    int[] ones = {1, 1};
    Geometry geometry = new Geometry(ones, ones, ones, ConvolutionMode.Truncate);
    return Series.over(shape, image -> layer(context, image, kernel, geometry));
  }

  private static void requirePlain(Fields fields) {
    fields.require("data_format", "channels_last");
    fields.require("groups", "1");
    if (fields.dialect().flipsKernels()) {
      throw fields.unsupported("data_format", fields.get("data_format"));
    }
  }

  /**
   * The layer for images.
   *
   * @param kernel height × width × inputs × outputs
   */
  private static Step.OfLayer layer(
      LayerContext context, List<Integer> image, Weight kernel, Geometry geometry) {
    Fields fields = context.fields();
    int filters = kernel.shape()[3];
    boolean bias = fields.flag("use_bias", true);
    ConvolutionLayer layer =
        new ConvolutionLayer.Builder(geometry.size())
            .stride(geometry.strides())
            .dilation(geometry.dilation())
            .nIn(image.get(2))
            .nOut(filters)
            .hasBias(bias)
            .convolutionMode(geometry.mode())
            .dataFormat(CNN2DFormat.NHWC)
            .activation(Activations.named(fields, "activation", 3))
            .build();
    Map<String, Weight> parameters = new LinkedHashMap<>();
    parameters.put("W", outputsFirst(kernel));
    if (bias) {
      parameters.put("b", context.weights().take("bias", filters));
    }
    return new Step.OfLayer(
        layer,
        parameters,
        List.of(
            length(context, image.get(0), geometry, 0),
            length(context, image.get(1), geometry, 1),
            filters));
  }

  /** The same kernel as outputs × inputs × height × width. */
  private static Weight outputsFirst(Weight kernel) {
    int[] shape = kernel.shape();
    int cells = shape[0] * shape[1];
    int inputs = shape[2];
    int outputs = shape[3];
    int[] places = new int[cells * inputs * outputs];
    for (int i = 0; i < places.length; i++) {
      int cell = i % cells;
      int input = i / cells % inputs;
      places[i] = (cell * inputs + input) * outputs + i / cells / inputs;
    }
    return kernel.gather(new int[] {outputs, inputs, shape[0], shape[1]}, places);
  }

  private static int length(LayerContext context, int length, Geometry geometry, int axis) {
    return Windows.length(
        context,
        length,
        geometry.size()[axis],
        geometry.strides()[axis],
        geometry.dilation()[axis],
        geometry.mode());
  }
}
