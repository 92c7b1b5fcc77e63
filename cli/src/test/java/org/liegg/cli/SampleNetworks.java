package org.liegg.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.layers.recurrent.LastTimeStep;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** Small networks with seeded weights, saved as their users save them. */
final class SampleNetworks {
  private static final long SEED = 23;

  private SampleNetworks() {}

  /** 12 × 12 images → 3 channels → pooling {@code pool} → 4 classes, softmax, with dropout. */
  static Path convolutional(Path file) {
    return save(
        network(
            builder()
                .list()
                .layer(
                    new ConvolutionLayer.Builder(5, 5)
                        .nOut(3)
                        .stride(2, 2)
                        .activation(Activation.TANH)
                        .build())
                .layer(
                    new SubsamplingLayer.Builder(PoolingType.AVG)
                        .name("pool")
                        .kernelSize(2, 2)
                        .stride(2, 2)
                        .build())
                .layer(
                    new DenseLayer.Builder()
                        .nOut(9)
                        .activation(Activation.SWISH)
                        .dropOut(0.5)
                        .build())
                .layer(output(LossFunction.MCXENT, Activation.SOFTMAX).nOut(4).build())
                .setInputType(InputType.convolutional(12, 12, 1))
                .build()),
        file);
  }

  /** 10 → 64 → 64 → 1 with swish and no biases, as it is before training. */
  static Path untrained(Path file) {
    return save(
        network(
            builder()
                .list()
                .layer(swish())
                .layer(swish())
                .layer(output(LossFunction.MSE, Activation.IDENTITY).nOut(1).hasBias(false).build())
                .setInputType(InputType.feedForward(10))
                .build()),
        file);
  }

  private static DenseLayer swish() {
    return new DenseLayer.Builder().nOut(64).activation(Activation.SWISH).hasBias(false).build();
  }

  /** 6 → 8 → batch normalisation → 2, its statistics those of shifted samples. */
  static Path batchNormalised(Path file) {
    MultiLayerNetwork network =
        network(
            builder()
                .list()
                .layer(new DenseLayer.Builder().nOut(8).activation(Activation.TANH).build())
                .layer(new BatchNormalization())
                .layer(output(LossFunction.MSE, Activation.IDENTITY).nOut(2).build())
                .setInputType(InputType.feedForward(6))
                .build());
    Nd4j.getRandom().setSeed(SEED);
    for (int i = 0; i < 30; i++) {
      INDArray x = Nd4j.randn(DataType.FLOAT, 32, 6).addi(0.5);
      network.fit(x, Nd4j.randn(DataType.FLOAT, 32, 2));
    }
    return save(network, file);
  }

  /** Series of 3 features → LSTM of 4 units, its last step → 2. */
  static Path recurrent(Path file) {
    return save(
        network(
            builder()
                .list()
                .layer(
                    new LastTimeStep(
                        new LSTM.Builder().nIn(3).nOut(4).activation(Activation.TANH).build()))
                .layer(output(LossFunction.MSE, Activation.IDENTITY).nIn(4).nOut(2).build())
                .build()),
        file);
  }

  /** a (3) and b (2), each through a dense layer, merged → 2 outputs. */
  static Path twoInputs(Path file) {
    ComputationGraph graph =
        new ComputationGraph(
            builder()
                .graphBuilder()
                .addInputs("a", "b")
                .addLayer(
                    "dense-a",
                    new DenseLayer.Builder().nIn(3).nOut(5).activation(Activation.TANH).build(),
                    "a")
                .addLayer(
                    "dense-b",
                    new DenseLayer.Builder().nIn(2).nOut(4).activation(Activation.SIGMOID).build(),
                    "b")
                .addVertex("merge", new MergeVertex(), "dense-a", "dense-b")
                .addLayer(
                    "mixed",
                    new DenseLayer.Builder().nIn(9).nOut(6).activation(Activation.SWISH).build(),
                    "merge")
                .addLayer(
                    "out",
                    output(LossFunction.MSE, Activation.IDENTITY).nIn(6).nOut(2).build(),
                    "mixed")
                .setOutputs("out")
                .build());
    graph.init();
    return save(graph, file);
  }

  private static OutputLayer.Builder output(LossFunction loss, Activation activation) {
    return new OutputLayer.Builder(loss).activation(activation);
  }

  private static MultiLayerNetwork network(MultiLayerConfiguration described) {
    MultiLayerNetwork network = new MultiLayerNetwork(described);
    network.init();
    return network;
  }

  private static NeuralNetConfiguration.Builder builder() {
    return new NeuralNetConfiguration.Builder().seed(SEED).dataType(DataType.FLOAT);
  }

  private static Path save(Model network, Path file) {
    try {
      ModelSerializer.writeModel(network, file.toFile(), false);
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
