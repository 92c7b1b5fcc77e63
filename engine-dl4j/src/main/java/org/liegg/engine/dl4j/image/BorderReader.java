package org.liegg.engine.dl4j.image;

import java.util.Arrays;
import java.util.List;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.layers.Upsampling2D;
import org.deeplearning4j.nn.conf.layers.ZeroPaddingLayer;
import org.deeplearning4j.nn.conf.layers.convolutional.Cropping2D;
import org.liegg.engine.dl4j.flow.Operation;

/** Layers that put pixels in other places. */
final class BorderReader {
  private final FlowWriter flow;

  BorderReader(FlowWriter flow) {
    this.flow = flow;
  }

  /** Zeros around an image. */
  Signal read(ZeroPaddingLayer layer, Signal signal) {
    return shifted(signal, layer.getDataFormat(), layer.getPadding());
  }

  /** An image without its borders. */
  Signal read(Cropping2D layer, Signal signal) {
    return shifted(
        signal,
        layer.getDataFormat(),
        Arrays.stream(layer.getCropping()).map(margin -> -margin).toArray());
  }

  /**
   * An image with more or less around it.
   *
   * @param margins above, below, on the left and on the right
   */
  private Signal shifted(Signal signal, CNN2DFormat format, int[] margins) {
    Signal image = flow.image(signal, format);
    int rows = image.rows() + margins[0] + margins[1];
    int columns = image.columns() + margins[2] + margins[3];
    UnknownLayer.unless(rows > 0 && columns > 0, "nothing of an image left");
    int[] pixels = new int[rows * columns];
    for (int i = 0; i < pixels.length; i++) {
      int y = i / columns - margins[0];
      int x = i % columns - margins[2];
      boolean inside = y >= 0 && y < image.rows() && x >= 0 && x < image.columns();
      pixels[i] = inside ? y * image.columns() + x : -1;
    }
    return placed(image, pixels, rows, columns);
  }

  /** Every pixel as a block of pixels. */
  Signal read(Upsampling2D layer, Signal signal) {
    Signal image = flow.image(signal, layer.getFormat());
    int[] size = layer.getSize();
    int rows = image.rows() * size[0];
    int columns = image.columns() * size[1];
    int[] pixels = new int[rows * columns];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = i / columns / size[0] * image.columns() + i % columns / size[1];
    }
    return placed(image, pixels, rows, columns);
  }

  /**
   * The image of these pixels of another.
   *
   * @param pixels negative where a pixel is 0
   */
  private Signal placed(Signal image, int[] pixels, int rows, int columns) {
    int channels = image.channels();
    int[] source = new int[Math.multiplyExact(pixels.length, channels)];
    for (int i = 0; i < source.length; i++) {
      int pixel = pixels[i / channels];
      source[i] = pixel < 0 ? -1 : pixel * channels + i % channels;
    }
    return flow.add(
        new Operation.Gather(source),
        image.shapeOf(rows, columns, channels),
        image.channelsMoved(),
        List.of(image));
  }
}
