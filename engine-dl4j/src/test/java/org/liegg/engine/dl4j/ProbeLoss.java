package org.liegg.engine.dl4j;

import org.deeplearning4j.nn.conf.layers.BaseOutputLayer;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.liegg.engine.dl4j.graph.SeededLoss;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Deeplearning4j's own backward pass under unit labels: the gradient of one output. */
final class ProbeLoss {

  private ProbeLoss() {}

  /** ∂F_output/∂x by Deeplearning4j, {@code samples × inputs}; dropout must be off. */
  static double[] gradient(MultiLayerNetwork network, INDArray x, int output) {
    MultiLayerNetwork clone = network.clone();
    var last = clone.getOutputLayer().conf().getLayer();
    if (last instanceof LossLayer loss) {
      loss.setLossFn(new SeededLoss());
    } else {
      ((BaseOutputLayer) last).setLossFn(new SeededLoss());
    }
    INDArray labels = Nd4j.zeros(x.dataType(), clone.output(x, false).shape());
    labels.getColumn(output).assign(1);
    return clone.calculateGradients(x, labels, null, null).getSecond().dup('c').data().asDouble();
  }
}
