package org.liegg.engine.keras;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.conf.layers.Convolution1DLayer;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Convolutions, channels last. */
final class ConvolutionLayers {
  private ConvolutionLayers() {}

  /** Over the pixels of H × W × C images. */
  static Step images(LayerContext context) {
    Fields fields = context.fields();
    List<Integer> shape = context.requireRank(3);
    int[] kernel = fields.sizes("kernel_size", 2);
    int[] strides = fields.sizes("strides", 2, new int[] {1, 1});
    int[] dilation = fields.sizes("dilation_rate", 2, new int[] {1, 1});
    int filters = fields.size("filters");
    int channels = shape.get(2);
    requirePlain(fields);
    boolean bias = fields.flag("use_bias", true);
    ConvolutionMode mode = Windows.mode(fields);
    ConvolutionLayer layer =
        new ConvolutionLayer.Builder(kernel)
            .stride(strides)
            .dilation(dilation)
            .nIn(channels)
            .nOut(filters)
            .hasBias(bias)
            .convolutionMode(mode)
            .dataFormat(CNN2DFormat.NHWC)
            .activation(Activations.named(fields, "activation", 3))
            .build();
    // Keras has height, width, inputs, outputs; Deeplearning4j outputs, inputs, height, width.
    INDArray weights = context.weights().take("kernel", kernel[0], kernel[1], channels, filters);
    List<Integer> output =
        List.of(
            Windows.length(context, shape.get(0), kernel[0], strides[0], dilation[0], mode),
            Windows.length(context, shape.get(1), kernel[1], strides[1], dilation[1], mode),
            filters);
    return new Step.OfLayer(
        layer, parameters(context, weights.permute(3, 2, 0, 1).dup('c'), bias, filters), output);
  }

  /** Over the steps of series of T × C. */
  static Step series(LayerContext context) {
    Fields fields = context.fields();
    List<Integer> shape = context.requireRank(2);
    int kernel = fields.sizes("kernel_size", 1)[0];
    int stride = fields.sizes("strides", 1, new int[] {1})[0];
    int dilation = fields.sizes("dilation_rate", 1, new int[] {1})[0];
    int filters = fields.size("filters");
    int channels = shape.get(1);
    requirePlain(fields);
    boolean bias = fields.flag("use_bias", true);
    ConvolutionMode mode = Windows.mode(fields);
    Convolution1DLayer layer =
        new Convolution1DLayer.Builder(kernel)
            .stride(stride)
            .dilation(dilation)
            .nIn(channels)
            .nOut(filters)
            .hasBias(bias)
            .convolutionMode(mode)
            .rnnDataFormat(RNNFormat.NWC)
            .activation(Activations.named(fields, "activation", 2))
            .build();
    INDArray weights = context.weights().take("kernel", kernel, channels, filters);
    List<Integer> output =
        List.of(Windows.length(context, shape.get(0), kernel, stride, dilation, mode), filters);
    return new Step.OfLayer(
        layer,
        parameters(
            context,
            weights.permute(2, 1, 0).dup('c').reshape(filters, channels, kernel, 1),
            bias,
            filters),
        output);
  }

  private static void requirePlain(Fields fields) {
    fields.require("data_format", "channels_last");
    fields.require("groups", "1");
  }

  private static Map<String, INDArray> parameters(
      LayerContext context, INDArray kernel, boolean bias, int filters) {
    Map<String, INDArray> parameters = new LinkedHashMap<>();
    parameters.put("W", kernel);
    if (bias) {
      parameters.put("b", context.weights().take("bias", filters));
    }
    return parameters;
  }
}
