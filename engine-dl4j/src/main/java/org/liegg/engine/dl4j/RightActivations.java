package org.liegg.engine.dl4j;

import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationELU;
import org.nd4j.linalg.activations.impl.ActivationGELU;
import org.nd4j.linalg.activations.impl.ActivationRReLU;

/** Activations whose backward pass does not fit what they do at inference, made right. */
final class RightActivations {

  private RightActivations() {}

  /** The activation itself where there is nothing to make right. */
  static @Nullable IActivation of(@Nullable IActivation activation) {
    if (activation instanceof ActivationRReLU random) {
      // At inference, Deeplearning4j makes a constant of negative values; backward, it takes what
      // was drawn in training.
      return new ScalarActivation(random, new Floor((random.getL() + random.getU()) / 2));
    }
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

  /**
   * x where x ≥ 0, a constant below.
   *
   * @param constant the value below 0
   */
  private record Floor(double constant) implements Scalar {
    @Override
    public double value(double z) {
      return z < 0 ? constant : z;
    }

    @Override
    public double slope(double z, double value) {
      return z < 0 ? 0 : 1;
    }
  }
}
