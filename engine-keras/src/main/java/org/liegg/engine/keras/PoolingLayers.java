package org.liegg.engine.keras;

import java.util.List;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;

/** Pooling, channels last. */
final class PoolingLayers {
  private PoolingLayers() {}

  /** Over windows of pixels; an average does not count what lies outside of the image. */
  static Step images(LayerContext context, SubsamplingLayer.PoolingType type) {
    Fields fields = context.fields();
    List<Integer> shape = context.requireRank(3);
    int[] window = fields.sizes("pool_size", 2, new int[] {2, 2});
    int[] strides = fields.sizes("strides", 2, window);
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
            Windows.length(context, shape.get(0), window[0], strides[0], 1, mode),
            Windows.length(context, shape.get(1), window[1], strides[1], 1, mode),
            shape.get(2)));
  }

  /** Over all pixels of an image, or all steps of a series. */
  static Step global(LayerContext context, PoolingType type, int rank) {
    Fields fields = context.fields();
    List<Integer> shape = context.requireRank(rank);
    fields.require("data_format", "channels_last");
    fields.require("keepdims", "false");
    GlobalPoolingLayer layer =
        new GlobalPoolingLayer.Builder(type)
            .poolingDimensions(rank == 3 ? new int[] {1, 2} : new int[] {1})
            .build();
    return new Step.OfLayer(layer, List.of(shape.get(rank - 1)));
  }
}
