package org.liegg.engine.dl4j.flow;

import org.liegg.blas.affine.FloatMatrix;
import org.liegg.blas.affine.FloatRowProducts;
import org.liegg.blas.affine.ProductChoice;

/**
 * An affine map of the windows of an image, in single precision. Forward, windows are laid out as
 * rows and multiplied by the weights, a few images at a time: what is laid out stays in a cache.
 * Backward, the products with the transposed weights are added up into the image. Gradients that
 * are mostly 0, as behind a maximum of windows, are not multiplied: the rows of weights that they
 * ask for are added.
 */
final class FloatConvolutionStep implements FloatStep {
  /** Numbers that are laid out at a time. */
  private static final int ROOM = 1 << 16;

  /** Rows of weights that are shorter are not worth adding one by one. */
  private static final int WIDE = 64;

  private final int positions;
  private final int inner;
  private final int columns;
  private final int imageSize;
  private final Stretches stretches;
  private final FloatMatrices.Pair weights;
  private final ProductChoice<FloatRowProducts> choice;
  private final FloatPattern pattern;
  private final float[] bias;

  /** Images that are laid out at a time. */
  private final int block;

  private final float[] room;
  private final float[] patch;

  FloatConvolutionStep(
      Operation.Affine map,
      Window window,
      FloatMatrices.Pair weights,
      ProductChoice<FloatRowProducts> choice) {
    this.positions = map.positions();
    this.inner = map.inner();
    this.columns = map.columns();
    this.imageSize = window.imageSize();
    this.stretches = window.stretches();
    this.weights = weights;
    this.choice = choice;
    this.bias = FloatMatrices.rounded(map.bias());
    this.block = Math.max(1, ROOM / (positions * inner));
    this.pattern = new FloatPattern(positions, columns);
    this.room = new float[block * positions * inner];
    this.patch = new float[inner];
  }

  @Override
  public void forward(float[][] in, float[] out, int samples) {
    for (int from = 0; from < samples; from += block) {
      int count = Math.min(block, samples - from);
      layOut(in[0], from, count);
      multiply(room, 0, count, weights.forward(), out, from * positions * columns);
      FloatMatrices.addToRows(bias, out, from * positions * columns, count * positions);
    }
  }

  @Override
  public void backward(float[] gradients, float[][] into, int samples, int outputs) {
    int size = positions * columns;
    int image = 0;
    while (image < samples * outputs) {
      if (inner >= WIDE && pattern.read(gradients, image * size, outputs)) {
        addRows(gradients, image, into[0], outputs);
      } else {
        addProducts(gradients, image, into[0], outputs);
      }
      image += outputs;
    }
  }

  private void addProducts(float[] gradients, int first, float[] images, int outputs) {
    for (int from = 0; from < outputs; from += block) {
      int count = Math.min(block, outputs - from);
      int image = first + from;
      multiply(gradients, image * positions * columns, count, weights.backward(), room, 0);
      addUp(images, image, count);
    }
  }

  private void multiply(
      float[] left, int from, int images, FloatMatrix right, float[] product, int to) {
    int rows = images * positions;
    choice.forWork(2.0 * rows * inner * columns).multiply(left, from, rows, right, product, to);
  }

  private void addRows(float[] gradients, int first, float[] images, int outputs) {
    for (int position = 0; position < positions; position++) {
      int begin = stretches.starts()[position];
      int end = stretches.starts()[position + 1];
      for (int i = first; i < first + outputs; i++) {
        int image = i * imageSize;
        for (int s = begin; s < end; s++) {
          System.arraycopy(
              images,
              image + stretches.images()[s],
              patch,
              stretches.windows()[s],
              stretches.lengths()[s]);
        }
        int from = (i * positions + position) * columns;
        pattern.add(position, gradients, from, weights.backward(), patch);
        for (int s = begin; s < end; s++) {
          System.arraycopy(
              patch,
              stretches.windows()[s],
              images,
              image + stretches.images()[s],
              stretches.lengths()[s]);
        }
      }
    }
  }

  private void layOut(float[] images, int first, int count) {
    for (int i = 0; i < count * positions; i++) {
      layOut(images, (first + i / positions) * imageSize, i % positions, i * inner);
    }
  }

  private void layOut(float[] images, int image, int position, int to) {
    int end = to;
    for (int s = stretches.starts()[position]; s < stretches.starts()[position + 1]; s++) {
      int at = to + stretches.windows()[s];
      zero(end, at);
      end = at + stretches.lengths()[s];
      System.arraycopy(images, image + stretches.images()[s], room, at, end - at);
    }
    zero(end, to + inner);
  }

  private void zero(int from, int to) {
    for (int i = from; i < to; i++) {
      room[i] = 0;
    }
  }

  private void addUp(float[] images, int first, int count) {
    for (int i = 0; i < count * positions; i++) {
      addUp(images, (first + i / positions) * imageSize, i % positions, i * inner);
    }
  }

  private void addUp(float[] images, int image, int position, int from) {
    for (int s = stretches.starts()[position]; s < stretches.starts()[position + 1]; s++) {
      add(
          from + stretches.windows()[s],
          images,
          image + stretches.images()[s],
          stretches.lengths()[s]);
    }
  }

  private void add(int from, float[] images, int to, int count) {
    for (int i = 0; i < count; i++) {
      images[to + i] += room[from + i];
    }
  }
}
