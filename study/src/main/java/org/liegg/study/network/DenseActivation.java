package org.liegg.study.network;

import org.nd4j.linalg.activations.Activation;

/** What a hidden layer applies to every sum. */
public enum DenseActivation {
  /** x/(1 + e^−x). */
  SWISH(Activation.SWISH),
  /** x Φ(x). */
  GELU(Activation.GELU),
  /** log(1 + e^x). */
  SOFTPLUS(Activation.SOFTPLUS),
  /** The hyperbolic tangent. */
  TANH(Activation.TANH),
  /** max(0, x): its kinks have no derivative. */
  RELU(Activation.RELU);

  private final Activation function;

  DenseActivation(Activation function) {
    this.function = function;
  }

  Activation function() {
    return function;
  }
}
