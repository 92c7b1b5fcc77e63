package org.liegg.engine.dl4j.flow;

import java.util.Optional;
import org.liegg.blas.affine.DoubleRowProducts;
import org.liegg.blas.affine.ProductChoice;

/**
 * An affine map of rows, in double precision, as products with its weights and, backward, their
 * transpose. Windows of an image are laid out as rows first, and added up into it backward, a few
 * images at a time: what is laid out stays in a cache.
 */
final class DoubleAffineStep implements DoubleStep {
  /** Numbers that are laid out at a time. */
  private static final int ROOM = 1 << 16;

  private final Operation.Affine map;
  private final DoubleMatrices.Pair weights;
  private final ProductChoice<DoubleRowProducts> choice;
  private final double[] bias;
  private final int[] stretches;
  private final int imageSize;

  /** Positions that are worked on at a time. */
  private final int block;

  private final double[] room;

  DoubleAffineStep(
      Operation.Affine map, DoubleMatrices.Pair weights, ProductChoice<DoubleRowProducts> choice) {
    this.map = map;
    this.weights = weights;
    this.choice = choice;
    this.bias = DoubleMatrices.rounded(map.bias());
    Optional<Window> laidOut = map.window().filter(window -> !window.isPixelwise());
    this.stretches = laidOut.map(Window::stretches).orElse(new int[0]);
    this.imageSize = laidOut.map(Window::imageSize).orElse(0);
    int rows = Math.max(1, ROOM / map.inner());
    // Whole images, where windows are laid out.
    this.block = laidOut.isPresent() ? Math.max(1, rows / map.positions()) * map.positions() : rows;
    this.room = new double[block * map.inner()];
  }

  @Override
  public void forward(double[][] in, double[] out, int samples) {
    int all = samples * map.positions();
    for (int from = 0; from < all; from += block) {
      int rows = Math.min(block, all - from);
      DoubleRowProducts products = products(rows);
      if (imageSize > 0) {
        layOut(in[0], from / map.positions(), rows / map.positions());
        products.multiply(room, 0, rows, weights.forward(), out, from * map.columns());
      } else {
        products.multiply(
            in[0], from * map.inner(), rows, weights.forward(), out, from * map.columns());
      }
      addBias(out, from * map.columns(), rows);
    }
  }

  @Override
  public void backward(double[] gradients, double[][] into, int samples, int outputs) {
    int all = samples * outputs * map.positions();
    for (int from = 0; from < all; from += block) {
      int rows = Math.min(block, all - from);
      products(rows).multiply(gradients, from * map.columns(), rows, weights.backward(), room, 0);
      if (imageSize > 0) {
        addUp(into[0], from / map.positions(), rows / map.positions());
      } else {
        add(into[0], from * map.inner(), rows * map.inner());
      }
    }
  }

  private DoubleRowProducts products(int rows) {
    return choice.forWork(2.0 * rows * map.inner() * map.columns());
  }

  private void layOut(double[] images, int first, int count) {
    int size = map.positions() * map.inner();
    for (int image = 0; image < count; image++) {
      int from = (first + image) * imageSize;
      int to = image * size;
      int end = to;
      for (int s = 0; s < stretches.length; s += 3) {
        int at = to + stretches[s];
        zero(end, at);
        System.arraycopy(images, from + stretches[s + 1], room, at, stretches[s + 2]);
        end = at + stretches[s + 2];
      }
      zero(end, to + size);
    }
  }

  private void zero(int from, int to) {
    for (int i = from; i < to; i++) {
      room[i] = 0;
    }
  }

  private void addUp(double[] images, int first, int count) {
    int size = map.positions() * map.inner();
    for (int image = 0; image < count; image++) {
      int to = (first + image) * imageSize;
      int from = image * size;
      for (int s = 0; s < stretches.length; s += 3) {
        add(from + stretches[s], images, to + stretches[s + 1], stretches[s + 2]);
      }
    }
  }

  private void add(int from, double[] images, int to, int count) {
    for (int i = 0; i < count; i++) {
      images[to + i] += room[from + i];
    }
  }

  private void add(double[] rows, int to, int count) {
    for (int i = 0; i < count; i++) {
      rows[to + i] += room[i];
    }
  }

  private void addBias(double[] out, int at, int rows) {
    for (int row = 0; row < rows; row++) {
      int to = at + row * bias.length;
      for (int i = 0; i < bias.length; i++) {
        out[to + i] += bias[i];
      }
    }
  }
}
