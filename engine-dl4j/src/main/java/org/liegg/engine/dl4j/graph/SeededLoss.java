package org.liegg.engine.dl4j.graph;

import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.ILossFunction;

/**
 * The loss L = Σ label · F, whose gradient by F is the label: what Deeplearning4j's output layers
 * take for labels then is the gradient that comes from above, as other layers are given it. Of a
 * unit label it is the gradient of one output.
 */
public class SeededLoss implements ILossFunction {
  private static final long serialVersionUID = 1L;

  @Override
  public double computeScore(
      INDArray labels, INDArray z, IActivation activation, INDArray mask, boolean average) {
    return activation.getActivation(z.dup(), false).mul(labels).sumNumber().doubleValue();
  }

  @Override
  public INDArray computeScoreArray(
      INDArray labels, INDArray z, IActivation activation, INDArray mask) {
    return Nd4j.zeros(labels.dataType(), labels.size(0), 1);
  }

  @Override
  public INDArray computeGradient(
      INDArray labels, INDArray z, IActivation activation, INDArray mask) {
    // Both are changed in place by some activations.
    return activation.backprop(z.dup(), labels.dup()).getFirst();
  }

  @Override
  public Pair<Double, INDArray> computeGradientAndScore(
      INDArray labels, INDArray z, IActivation activation, INDArray mask, boolean average) {
    return Pair.of(
        computeScore(labels, z, activation, mask, average),
        computeGradient(labels, z, activation, mask));
  }

  @Override
  public String name() {
    return "seeded";
  }
}
