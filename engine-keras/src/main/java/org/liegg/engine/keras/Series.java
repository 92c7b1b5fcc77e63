package org.liegg.engine.keras;

import java.util.List;
import java.util.function.Function;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.preprocessors.ReshapePreprocessor;

/**
 * Series of T × C as images of T × 1 × C. Of Deeplearning4j's own layers over series, the
 * convolution cannot be differentiated where channels come last, global pooling calls its result a
 * series still, and there is no normalisation; those over images have none of these troubles.
 */
final class Series {
  private Series() {}

  /** The shape of the image of a series. */
  static List<Integer> image(List<Integer> series) {
    return List.of(series.get(0), 1, series.get(1));
  }

  /**
   * A layer over images, applied to a series; what comes out as an image becomes a series again.
   *
   * @param layer makes the layer for images of this shape
   */
  static Step over(List<Integer> series, Function<List<Integer>, Step.OfLayer> layer) {
    List<Integer> image = image(series);
    Step.OfLayer inner =
        layer
            .apply(image)
            .after(
                new ReshapePreprocessor(
                    ShapeLayers.longs(series), ShapeLayers.longs(image), false, CNN2DFormat.NHWC));
    if (inner.shape().size() != 3) {
      return inner;
    }
    List<Integer> out = List.of(inner.shape().get(0), inner.shape().get(2));
    Step.OfLayer back =
        ShapeLayers.identity(out)
            .after(
                new ReshapePreprocessor(
                    ShapeLayers.longs(inner.shape()),
                    ShapeLayers.longs(out),
                    false,
                    RNNFormat.NWC));
    return new Step.OfLayers(List.of(inner, back), out);
  }
}
