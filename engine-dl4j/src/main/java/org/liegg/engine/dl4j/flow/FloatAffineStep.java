package org.liegg.engine.dl4j.flow;

import org.liegg.blas.affine.FloatRowProducts;
import org.liegg.blas.affine.ProductChoice;

/**
 * An affine map of rows, in single precision, as products with its weights and, backward, their
 * transpose.
 */
final class FloatAffineStep implements FloatStep {
  /** Gradients by the inputs that are computed at a time. */
  private static final int ROOM = 1 << 18;

  private final Operation.Affine map;
  private final FloatMatrices.Pair weights;
  private final ProductChoice<FloatRowProducts> choice;
  private final float[] bias;

  /** Rows that are worked on at a time. */
  private final int block;

  private final float[] room;

  FloatAffineStep(
      Operation.Affine map, FloatMatrices.Pair weights, ProductChoice<FloatRowProducts> choice) {
    this.map = map;
    this.weights = weights;
    this.choice = choice;
    this.bias = FloatMatrices.rounded(map.bias());
    this.block = Math.max(1, ROOM / map.inner());
    this.room = new float[block * map.inner()];
  }

  @Override
  public void forward(float[][] in, float[] out, int samples) {
    int all = samples * map.positions();
    for (int from = 0; from < all; from += block) {
      int rows = Math.min(block, all - from);
      int to = from * map.columns();
      products(rows).multiply(in[0], from * map.inner(), rows, weights.forward(), out, to);
      FloatMatrices.addToRows(bias, out, to, rows);
    }
  }

  @Override
  public void backward(float[] gradients, float[][] into, int samples, int outputs) {
    int all = samples * outputs * map.positions();
    for (int from = 0; from < all; from += block) {
      int rows = Math.min(block, all - from);
      products(rows).multiply(gradients, from * map.columns(), rows, weights.backward(), room, 0);
      add(into[0], from * map.inner(), rows * map.inner());
    }
  }

  private FloatRowProducts products(int rows) {
    return choice.forWork(2.0 * rows * map.inner() * map.columns());
  }

  private void add(float[] rows, int to, int count) {
    for (int i = 0; i < count; i++) {
      rows[to + i] += room[i];
    }
  }
}
