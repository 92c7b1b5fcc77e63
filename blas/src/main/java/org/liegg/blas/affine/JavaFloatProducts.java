package org.liegg.blas.affine;

import java.util.Arrays;

/**
 * The products in pure Java. The innermost loop runs along the samples, over whole arrays from 0:
 * that is what C2 of Java 17 turns into vector instructions, whatever the widths of the layers. The
 * same loop at offsets into one large array, or one that fills two rows of two products at a time,
 * stays scalar.
 */
final class JavaFloatProducts implements FloatProducts {

  /** So many arrays of the first operand stay in the nearest cache while all rows use them. */
  private static final int BLOCK = 16;

  private final FloatWeights weights;

  JavaFloatProducts(FloatWeights weights) {
    this.weights = weights;
  }

  @Override
  public void forward(int step, float[][] in, float[][] out, int columns) {
    float[] bias = weights.bias()[step];
    for (int row = 0; row < bias.length; row++) {
      Arrays.fill(out[row], 0, columns, bias[row]);
    }
    add(weights.forward()[step], 0, bias.length, in, out, columns);
  }

  @Override
  public void backward(int step, int from, int to, float[][] in, float[][] out, int columns) {
    for (int row = from; row < to; row++) {
      Arrays.fill(out[row - from], 0, columns, 0);
    }
    add(weights.backward()[step], from, to, in, out, columns);
  }

  /** Adds the products of rows of a matrix; every sum is taken in the same order. */
  private static void add(
      float[][] matrix, int from, int to, float[][] in, float[][] out, int columns) {
    int inner = matrix[from].length;
    for (int block = 0; block < inner; block += BLOCK) {
      int end = Math.min(block + BLOCK, inner);
      for (int row = from; row < to; row++) {
        float[] factors = matrix[row];
        float[] sum = out[row - from];
        int k = block;
        for (; k + 3 < end; k += 4) {
          add(
              factors[k],
              in[k],
              factors[k + 1],
              in[k + 1],
              factors[k + 2],
              in[k + 2],
              factors[k + 3],
              in[k + 3],
              sum,
              columns);
        }
        for (; k < end; k++) {
          add(factors[k], in[k], sum, columns);
        }
      }
    }
  }

  /** Four at a time: the sum is loaded and stored a quarter as often. */
  static void add(
      float a0,
      float[] b0,
      float a1,
      float[] b1,
      float a2,
      float[] b2,
      float a3,
      float[] b3,
      float[] sum,
      int columns) {
    for (int i = 0; i < columns; i++) {
      sum[i] += a0 * b0[i] + a1 * b1[i] + a2 * b2[i] + a3 * b3[i];
    }
  }

  /** One. */
  static void add(float a, float[] b, float[] sum, int columns) {
    for (int i = 0; i < columns; i++) {
      sum[i] += a * b[i];
    }
  }
}
