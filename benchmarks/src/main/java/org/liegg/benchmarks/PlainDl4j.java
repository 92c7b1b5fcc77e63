package org.liegg.benchmarks;

import org.deeplearning4j.nn.conf.layers.BaseOutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.liegg.api.Batch;
import org.liegg.engine.dl4j.graph.SeededLoss;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The Jacobian as Deeplearning4j itself can be made to give it: with the loss L = Σ label · F, its
 * backward pass under a unit label is the gradient of one output. For use by one thread.
 */
final class PlainDl4j {
  private final MultiLayerNetwork network;
  private final int outputs;

  /** Takes a copy of a network whose last layer is an output layer. */
  PlainDl4j(MultiLayerNetwork network, int outputs) {
    this.network = network.clone();
    this.outputs = outputs;
    ((BaseOutputLayer) this.network.getOutputLayer().conf().getLayer()).setLossFn(new Probe());
  }

  /** One pass an output; the sum of all first entries, so that nothing can be left out. */
  double jacobians(Batch batch) {
    float[] values = new float[batch.values().length];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) batch.values()[i];
    }
    INDArray x = Nd4j.create(values, new int[] {batch.rows(), batch.columns()}, 'c');
    double sum = 0;
    for (int output = 0; output < outputs; output++) {
      INDArray labels = Nd4j.zeros(DataType.FLOAT, batch.rows(), outputs);
      labels.getColumn(output).assign(1);
      INDArray gradient = network.calculateGradients(x, labels, null, null).getSecond();
      sum += gradient.getDouble(0);
    }
    return sum;
  }

  /** Its value is of no use here, and costs nothing. */
  private static final class Probe extends SeededLoss {
    private static final long serialVersionUID = 1L;

    @Override
    public double computeScore(
        INDArray labels, INDArray z, IActivation activation, INDArray mask, boolean average) {
      return 0;
    }
  }
}
