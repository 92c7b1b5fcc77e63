package org.liegg.fuzz.targets;

import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** Untrained networks of Deeplearning4j, as small as they can be. */
final class SmallNetworks {
  private static final long SEED = 3;

  private SmallNetworks() {}

  /** 3 → 4 → 2, dense layers alone. */
  static Model chain() {
    MultiLayerNetwork network =
        new MultiLayerNetwork(
            new NeuralNetConfiguration.Builder()
                .seed(SEED)
                .list()
                .layer(dense(3, 4))
                .layer(output(4, 2))
                .build());
    network.init();
    return network;
  }

  /** 4 × 4 images → 2 channels → pooling → 2 outputs. */
  static Model convolutional() {
    MultiLayerNetwork network =
        new MultiLayerNetwork(
            new NeuralNetConfiguration.Builder()
                .seed(SEED)
                .list()
                .layer(new ConvolutionLayer.Builder(2, 2).nOut(2).build())
                .layer(new SubsamplingLayer.Builder().kernelSize(2, 2).stride(1, 1).build())
                .layer(output(8, 2))
                .setInputType(InputType.convolutional(4, 4, 1))
                .build());
    network.init();
    return network;
  }

  /** Two branches of a vector, added and joined. */
  static Model graph() {
    ComputationGraph graph =
        new ComputationGraph(
            new NeuralNetConfiguration.Builder()
                .seed(SEED)
                .graphBuilder()
                .addInputs("in")
                .addLayer("a", dense(3, 4), "in")
                .addLayer("b", dense(3, 4), "in")
                .addVertex("sum", new ElementWiseVertex(ElementWiseVertex.Op.Add), "a", "b")
                .addVertex("both", new MergeVertex(), "a", "sum")
                .addLayer("out", output(8, 2), "both")
                .setOutputs("out")
                .build());
    graph.init();
    return graph;
  }

  private static DenseLayer dense(int inputs, int outputs) {
    return new DenseLayer.Builder().nIn(inputs).nOut(outputs).activation(Activation.TANH).build();
  }

  private static OutputLayer output(int inputs, int outputs) {
    return new OutputLayer.Builder(LossFunction.MSE)
        .nIn(inputs)
        .nOut(outputs)
        .activation(Activation.IDENTITY)
        .build();
  }
}
