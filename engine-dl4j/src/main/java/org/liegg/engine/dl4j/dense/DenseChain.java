package org.liegg.engine.dl4j.dense;

import java.util.List;

/**
 * A network that is a chain of affine maps and activations, with its weights. Immutable; the
 * weights are copies.
 *
 * @param inputs d, length of a sample
 * @param outputs k, length of the last step's value
 * @param steps what is applied, first to last
 */
record DenseChain(int inputs, int outputs, List<Step> steps) {

  DenseChain {
    steps = List.copyOf(steps);
  }

  /** The widest value that occurs between two steps, input and output included. */
  int width() {
    int width = inputs;
    for (Step step : steps) {
      if (step instanceof Affine affine) {
        width = Math.max(width, affine.outputs());
      }
    }
    return width;
  }
}
