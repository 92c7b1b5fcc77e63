package org.liegg.engine.dl4j.dense;

import java.util.Optional;

/**
 * What the output of a chain ends in, where that is an activation that saturates: the answer then
 * depends on whether it is left off.
 */
final class ChainEndings {
  private static final String SOFTMAX = "softmax";
  private static final String SIGMOID = "sigmoid";

  private ChainEndings() {}

  /** Of a chain, up to this layer. */
  static Optional<String> of(ChainBuilder chain, int last) {
    for (int i = last; i >= 0; i--) {
      LayerPlan layer = chain.layers().get(i);
      if (layer.activation().isPresent()) {
        return name(layer.activation().get());
      }
      if (layer.affine().isPresent()) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static Optional<String> name(Activation activation) {
    if (activation instanceof Softmax) {
      return Optional.of(SOFTMAX);
    }
    return activation instanceof Elementwise scalar && scalar.function() == SmoothScalar.SIGMOID
        ? Optional.of(SIGMOID)
        : Optional.empty();
  }
}
