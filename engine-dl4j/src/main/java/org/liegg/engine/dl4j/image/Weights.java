package org.liegg.engine.dl4j.image;

import java.util.Arrays;
import org.liegg.blas.affine.Entries;

/**
 * The parameters of one layer among those of a network. Deeplearning4j keeps the weights of dense
 * layers before their bias and in column order, those of convolutions after it and in row order.
 *
 * @param all parameters of the network
 * @param from where the layer's begin
 * @param count how many it has
 */
record Weights(double[] all, int from, int count) {

  /** Some of them, copied. */
  double[] slice(int at, int length) {
    UnknownLayer.unless(at + length <= count, "fewer parameters than there should be");
    return Arrays.copyOfRange(all, from + at, from + at + length);
  }

  /** One of them. */
  double at(int at) {
    return all[from + at];
  }

  /** Throws unless there are so many. */
  void require(long expected) {
    UnknownLayer.unless(expected == count, "another number of parameters");
  }

  /** The weights of a dense layer, {@code inputs × outputs}. */
  Entries dense(int inputs) {
    return columns(0, inputs);
  }

  /**
   * A matrix in column order.
   *
   * @param skip parameters before it
   */
  Entries columns(int skip, int rows) {
    return (row, column) -> at(skip + row + column * rows);
  }

  /** So many of them, as the parameters of a layer within the layer. */
  Weights part(int at, int length) {
    UnknownLayer.unless(at + length <= count, "fewer parameters than there should be");
    return new Weights(all, from + at, length);
  }

  /**
   * The weights of a convolution, {@code (cells × inputs) × outputs}, which are kept as {@code
   * outputs × inputs × cells}.
   *
   * @param skip parameters before them
   */
  Entries convolution(int skip, int inputs, int cells) {
    return (row, column) -> at(skip + (column * inputs + row % inputs) * cells + row / inputs);
  }
}
