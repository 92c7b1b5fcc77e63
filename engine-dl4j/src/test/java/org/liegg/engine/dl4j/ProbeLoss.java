package org.liegg.engine.dl4j;

import org.deeplearning4j.nn.conf.layers.BaseOutputLayer;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.ILossFunction;

/**
 * The loss L = Σ label · F: with unit labels, Deeplearning4j's own backward pass gives the gradient
 * of one output.
 */
final class ProbeLoss implements ILossFunction {
  private static final long serialVersionUID = 1L;

  /** ∂F_output/∂x by Deeplearning4j, {@code samples × inputs}; dropout must be off. */
  static double[] gradient(MultiLayerNetwork network, INDArray x, int output) {
    MultiLayerNetwork clone = network.clone();
    var last = clone.getOutputLayer().conf().getLayer();
    if (last instanceof LossLayer loss) {
      loss.setLossFn(new ProbeLoss());
    } else {
      ((BaseOutputLayer) last).setLossFn(new ProbeLoss());
    }
    INDArray labels = Nd4j.zeros(x.dataType(), clone.output(x, false).shape());
    labels.getColumn(output).assign(1);
    return clone.calculateGradients(x, labels, null, null).getSecond().dup('c').data().asDouble();
  }

  @Override
  public double computeScore(
      INDArray labels, INDArray z, IActivation activation, INDArray mask, boolean average) {
    return 0;
  }

  @Override
  public INDArray computeScoreArray(
      INDArray labels, INDArray z, IActivation activation, INDArray mask) {
    return Nd4j.zeros(labels.dataType(), labels.size(0), 1);
  }

  @Override
  public INDArray computeGradient(
      INDArray labels, INDArray z, IActivation activation, INDArray mask) {
    return activation.backprop(z.dup(), labels.dup()).getFirst();
  }

  @Override
  public Pair<Double, INDArray> computeGradientAndScore(
      INDArray labels, INDArray z, IActivation activation, INDArray mask, boolean average) {
    return Pair.of(0.0, computeGradient(labels, z, activation, mask));
  }

  @Override
  public String name() {
    return "probe";
  }
}
