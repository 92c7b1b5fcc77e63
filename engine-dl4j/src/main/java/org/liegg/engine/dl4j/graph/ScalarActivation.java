package org.liegg.engine.dl4j.graph;

import org.liegg.engine.dl4j.dense.Scalar;
import org.liegg.engine.dl4j.image.KnownFunction;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.BaseActivationFunction;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** An activation of Deeplearning4j's with slopes of our own. */
final class ScalarActivation extends BaseActivationFunction implements KnownFunction {
  private static final long serialVersionUID = 1L;

  private final IActivation function;
  private final transient Scalar slopes;

  /**
   * @param function what is applied
   * @param slopes the same function, with its derivative
   */
  ScalarActivation(IActivation function, Scalar slopes) {
    this.function = function;
    this.slopes = slopes;
  }

  @Override
  public Scalar function() {
    return slopes;
  }

  @Override
  public INDArray getActivation(INDArray in, boolean training) {
    return function.getActivation(in, training);
  }

  @Override
  public Pair<INDArray, INDArray> backprop(INDArray in, INDArray epsilon) {
    double[] z = in.dup('c').data().asDouble();
    double[] gradients = epsilon.dup('c').data().asDouble();
    for (int i = 0; i < z.length; i++) {
      gradients[i] *= slopes.slope(z[i], slopes.value(z[i]));
    }
    INDArray result =
        Nd4j.createFromArray(gradients).castTo(in.dataType()).reshape('c', in.shape());
    return new Pair<>(result, null);
  }

  @Override
  public String toString() {
    return function.toString();
  }
}
