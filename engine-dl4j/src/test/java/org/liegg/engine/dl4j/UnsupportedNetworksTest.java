package org.liegg.engine.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liegg.api.ModelException;
import org.liegg.api.ModelOptions;
import org.liegg.api.ModelSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.activations.impl.ActivationRReLU;
import org.nd4j.linalg.api.buffer.DataType;

/** Whole networks that are refused by the name of what is not supported. */
class UnsupportedNetworksTest {
  @TempDir Path directory;

  @Test
  void otherLayers() {
    MultiLayerNetwork network =
        Nets.of(
            DataType.FLOAT,
            Nets.dense(3, 4, Activation.TANH),
            new BatchNormalization.Builder().nIn(4).nOut(4).build(),
            Nets.output(4, 2, Activation.IDENTITY));
    assertUnsupported(network, "layer 1 (layer1) is a BatchNormalization");
  }

  @Test
  void layerNormalisation() {
    assertUnsupported(
        Nets.of(
            DataType.FLOAT,
            new DenseLayer.Builder()
                .nIn(3)
                .nOut(2)
                .activation(Activation.TANH)
                .hasLayerNorm(true)
                .build()),
        "layer 0 (layer0) has layer normalisation");
  }

  @Test
  void randomActivations() {
    assertUnsupported(
        Nets.of(DataType.FLOAT, Nets.dense(3, 2, new ActivationRReLU())),
        "layer 0 (layer0) has the activation RReLU");
  }

  @Test
  void inputPreprocessors() {
    MultiLayerNetwork network =
        new MultiLayerNetwork(
            new NeuralNetConfiguration.Builder()
                .list()
                .layer(Nets.dense(12, 2, Activation.TANH))
                .setInputType(InputType.convolutional(2, 2, 3))
                .build());
    network.init();
    assertUnsupported(
        network, "before layer 0 it has the input preprocessor CnnToFeedForwardPreProcessor");
  }

  @Test
  void computationGraphs() {
    ComputationGraph graph = Nets.mlp(DataType.FLOAT).toComputationGraph();
    Path path = directory.resolve("graph.zip");
    assertThat(path).doesNotExist();
    save(graph, path);
    BrokenFilesTest.assertRefused(path, "LIEGG-MODEL-UNSUPPORTED", "it is a ComputationGraph");
    assertThat(new Dl4jGradientProvider().accepts(ModelSource.of(path))).isTrue();
    assertThatExceptionOfType(ModelException.class)
        .isThrownBy(
            () -> new Dl4jGradientProvider().open(ModelSource.live(graph), ModelOptions.defaults()))
        .withMessageContaining("live ComputationGraph")
        .withMessageStartingWith("LIEGG-MODEL-UNSUPPORTED");
  }

  private static void save(ComputationGraph graph, Path path) {
    try {
      graph.save(path.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Refused from a file and live, in the same words. */
  private void assertUnsupported(MultiLayerNetwork network, String words) {
    BrokenFilesTest.assertRefused(Nets.save(network, directory), "LIEGG-MODEL-UNSUPPORTED", words);
    assertThatExceptionOfType(ModelException.class)
        .isThrownBy(() -> Dl4jGradients.of(network))
        .withMessageStartingWith("LIEGG-MODEL-UNSUPPORTED: model live MultiLayerNetwork: " + words);
  }
}
