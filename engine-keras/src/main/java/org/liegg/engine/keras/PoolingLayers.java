package org.liegg.engine.keras;

import java.util.List;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.liegg.engine.keras.read.Fields;

/** Pooling, channels last; an average does not count what lies outside. */
final class PoolingLayers {
  private PoolingLayers() {}

  /** Over windows of pixels. */
  static Step images(LayerContext context, SubsamplingLayer.PoolingType type) {
    Fields fields = context.fields();
    List<Integer> shape = context.requireRank(3);
    int[] window = fields.sizes("pool_size", 2, new int[] {2, 2});
    return layer(context, shape, type, window, fields.sizes("strides", 2, window));
  }

  /** Over windows of steps. */
  static Step series(LayerContext context, SubsamplingLayer.PoolingType type) {
    Fields fields = context.fields();
    List<Integer> shape = context.requireRank(2);
    int[] window = fields.sizes("pool_size", 1, new int[] {2});
    int[] stride = fields.sizes("strides", 1, window);
    return Series.over(
        shape,
        image -> layer(context, image, type, new int[] {window[0], 1}, new int[] {stride[0], 1}));
  }

  private static Step.OfLayer layer(
      LayerContext context,
      List<Integer> image,
      SubsamplingLayer.PoolingType type,
      int[] window,
      int[] strides) {
    Fields fields = context.fields();
    fields.require("data_format", "channels_last");
    ConvolutionMode mode = Windows.mode(fields);
    SubsamplingLayer layer =
        new SubsamplingLayer.Builder(type)
            .kernelSize(window)
            .stride(strides)
            .convolutionMode(mode)
            .dataFormat(CNN2DFormat.NHWC)
            .build();
    return new Step.OfLayer(
        layer,
        List.of(
            Windows.length(context, image.get(0), window[0], strides[0], 1, mode),
            Windows.length(context, image.get(1), window[1], strides[1], 1, mode),
            image.get(2)));
  }

  /** Over all pixels of an image. */
  static Step allPixels(LayerContext context, PoolingType type) {
    return all(context, context.requireRank(3), type);
  }

  /** Over all steps of a series. */
  static Step allSteps(LayerContext context, PoolingType type) {
    return Series.over(context.requireRank(2), image -> all(context, image, type));
  }

  private static Step.OfLayer all(LayerContext context, List<Integer> image, PoolingType type) {
    context.fields().require("data_format", "channels_last");
    context.fields().require("keepdims", "false");
    GlobalPoolingLayer layer = new GlobalPoolingLayer.Builder(type).poolingDimensions(1, 2).build();
    return new Step.OfLayer(layer, List.of(image.get(2)));
  }
}
