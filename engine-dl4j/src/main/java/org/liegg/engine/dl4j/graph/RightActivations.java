package org.liegg.engine.dl4j.graph;

import org.jspecify.annotations.Nullable;
import org.liegg.engine.dl4j.dense.PiecewiseScalar;
import org.liegg.engine.dl4j.dense.SmoothScalar;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationELU;
import org.nd4j.linalg.activations.impl.ActivationGELU;

/** Activations whose backward pass does not fit what they do at inference, made right. */
final class RightActivations {

  private RightActivations() {}

  /** The activation itself where there is nothing to make right. */
  static @Nullable IActivation of(@Nullable IActivation activation) {
    if (activation instanceof ActivationELU elu) {
      // Backward, its α is forgotten.
      return new ScalarActivation(elu, new PiecewiseScalar.Elu(elu.getAlpha()));
    }
    if (activation instanceof ActivationGELU gelu && gelu.isPrecise()) {
      // Backward, it is another function.
      return new ScalarActivation(gelu, SmoothScalar.PRECISE_GELU);
    }
    return activation;
  }
}
