package org.liegg.core.discrete;

import org.liegg.algebra.permutation.SignedPermutation;
import org.liegg.api.Batch;
import org.liegg.api.spi.GroupElement;

/**
 * A signed permutation of inputs that a model may keep: {@code F(gx) = F(x)}.
 *
 * @param name what it does, on one line
 * @param permutation of the inputs
 */
record Candidate(String name, SignedPermutation permutation) implements GroupElement {

  @Override
  public Batch inputs(Batch inputs) {
    int d = inputs.columns();
    double[] moved = new double[inputs.values().length];
    for (int n = 0; n < inputs.rows(); n++) {
      move(inputs.values(), n * d, moved, n * d);
    }
    return new Batch(inputs.rows(), d, moved);
  }

  /** Writes gx of the row that begins at one place of an array to that of another one. */
  void move(double[] from, int start, double[] to, int at) {
    int[] source = permutation.source();
    int[] signs = permutation.signs();
    for (int i = 0; i < source.length; i++) {
      to[at + i] = signs[i] * from[start + source[i]];
    }
  }
}
