package org.liegg.engine.dl4j.image;

import java.util.Arrays;
import java.util.List;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.liegg.engine.dl4j.flow.Axis;
import org.liegg.engine.dl4j.flow.Operation;
import org.liegg.engine.dl4j.flow.Window;

/** Layers that pool. */
final class PoolingReader {
  private final FlowWriter flow;

  PoolingReader(FlowWriter flow) {
    this.flow = flow;
  }

  /** Over windows. */
  Signal read(SubsamplingLayer layer, Signal signal) {
    Signal image = flow.image(signal, layer.getCnn2dDataFormat());
    Window window =
        ConvolutionReader.window(
            image,
            layer.getKernelSize(),
            layer.getStride(),
            layer.getDilation(),
            layer.getPadding(),
            layer.getConvolutionMode());
    int[] starts = window.pixelStarts();
    for (int position = 0; position < window.positions(); position++) {
      UnknownLayer.unless(starts[position] < starts[position + 1], "a window outside the image");
    }
    List<Integer> shape =
        image.shapeOf(window.vertical().count(), window.horizontal().count(), window.channels());
    return flow.add(operation(layer, window), shape, image.channelsMoved(), List.of(image));
  }

  private static Operation operation(SubsamplingLayer layer, Window window) {
    return switch (layer.getPoolingType()) {
      case MAX -> new Operation.Largest(window);
      case AVG -> new Operation.Total(window, means(window, layer.isAvgPoolIncludePadInDivisor()));
      default -> throw new UnknownLayer("another pooling");
    };
  }

  /**
   * One over the number of cells.
   *
   * @param all whether cells outside of the image count
   */
  private static double[] means(Window window, boolean all) {
    int[] starts = window.pixelStarts();
    double[] factors = new double[window.positions()];
    for (int position = 0; position < factors.length; position++) {
      int inside = starts[position + 1] - starts[position];
      factors[position] = 1.0 / (all ? window.cells() : inside);
    }
    return factors;
  }

  /** Over the whole image. */
  Signal read(GlobalPoolingLayer layer, Signal signal) {
    int[] axes = layer.getPoolingDimensions();
    boolean first = axes == null || Arrays.equals(axes, new int[] {2, 3});
    UnknownLayer.unless(
        layer.isCollapseDimensions() && (first || Arrays.equals(axes, new int[] {1, 2})),
        "another global pooling");
    Signal image = flow.image(signal, first ? CNN2DFormat.NCHW : CNN2DFormat.NHWC);
    Window window =
        new Window(Axis.whole(image.rows()), Axis.whole(image.columns()), image.channels());
    Operation operation =
        switch (layer.getPoolingType()) {
          case MAX -> new Operation.Largest(window);
          case AVG -> new Operation.Total(window, new double[] {1.0 / window.cells()});
          case SUM -> new Operation.Total(window, new double[] {1});
          default -> throw new UnknownLayer("another pooling");
        };
    return flow.add(operation, List.of(image.channels()), false, List.of(image));
  }
}
