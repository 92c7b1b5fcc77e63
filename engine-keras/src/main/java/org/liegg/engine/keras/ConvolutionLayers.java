package org.liegg.engine.keras;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.liegg.engine.keras.read.Fields;
import org.nd4j.linalg.api.ndarray.INDArray;

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
    INDArray kernel = context.weights().take("kernel", size[0], size[1], shape.get(2), filters);
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
    INDArray kernel =
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
    INDArray kernel =
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
      LayerContext context, List<Integer> image, INDArray kernel, Geometry geometry) {
    Fields fields = context.fields();
    int filters = (int) kernel.size(3);
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
    Map<String, INDArray> parameters = new LinkedHashMap<>();
    parameters.put("W", kernel.permute(3, 2, 0, 1).dup('c'));
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
