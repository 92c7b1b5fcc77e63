package org.liegg.engine.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.conf.weightnoise.DropConnect;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.liegg.api.Batch;
import org.liegg.api.Jacobians;
import org.liegg.api.ModelOptions;
import org.liegg.api.ModelSource;
import org.liegg.api.Precision;
import org.liegg.api.spi.ModelGradient;
import org.liegg.api.spi.support.Models;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.lossfunctions.LossFunctions;

/** Whole networks against Deeplearning4j's own forward and backward pass. */
class AgainstDl4jTest {
  @TempDir Path directory;

  static Stream<Named<MultiLayerNetwork>> networks() {
    return Stream.of(
        Named.of("float", Nets.mlp(DataType.FLOAT)),
        Named.of("double", Nets.mlp(DataType.DOUBLE)),
        Named.of("softmax output", softmax()),
        Named.of("loss and activation layers", lossLayer()),
        Named.of("no bias", withoutBias()));
  }

  @ParameterizedTest
  @MethodSource("networks")
  void outputsAndGradientsAgree(MultiLayerNetwork network) {
    DataType type = network.params().dataType();
    Precision precision = type == DataType.FLOAT ? Precision.FLOAT : Precision.DOUBLE;
    double tolerance = type == DataType.FLOAT ? 2e-6 : 1e-13;
    try (ModelGradient model = saved(network, precision)) {
      Batch batch = Nets.samples(33, model.info().inputSize());
      Jacobians jacobians = model.jacobians(batch);
      assertThat(jacobians.responses())
          .containsExactly(
              network.output(Nets.array(batch, type)).dup('c').data().asDouble(),
              within(10 * tolerance));
      for (int o = 0; o < jacobians.outputs(); o++) {
        double[] theirs = ProbeLoss.gradient(network, Nets.array(batch, type), o);
        assertThat(rows(jacobians, o)).containsExactly(theirs, within(10 * tolerance));
      }
    }
  }

  @Test
  void dropoutAndWeightNoiseDoNothing() {
    MultiLayerNetwork network =
        Nets.of(
            DataType.DOUBLE,
            new DenseLayer.Builder()
                .nIn(3)
                .nOut(8)
                .activation(Activation.TANH)
                .dropOut(0.5)
                .weightNoise(new DropConnect(0.5))
                .build(),
            new DropoutLayer(0.4),
            Nets.output(8, 2, Activation.IDENTITY));
    assertOutputs(network);
  }

  @Test
  void aDenseLayerMayBeTheLast() {
    assertOutputs(
        Nets.of(
            DataType.DOUBLE,
            Nets.dense(3, 8, Activation.ELU),
            Nets.dense(8, 2, Activation.SIGMOID)));
  }

  private void assertOutputs(MultiLayerNetwork network) {
    try (ModelGradient model = saved(network, Precision.DOUBLE)) {
      Batch batch = Nets.samples(20, 3);
      assertThat(model.outputs(batch).values())
          .containsExactly(
              network.output(Nets.array(batch, DataType.DOUBLE), false).data().asDouble(),
              within(1e-13));
    }
  }

  private ModelGradient saved(MultiLayerNetwork network, Precision precision) {
    return Models.open(
        new Dl4jGradientProvider(),
        ModelSource.of(Nets.save(network, directory)),
        new ModelOptions(precision));
  }

  private static double[] rows(Jacobians jacobians, int output) {
    double[] rows = new double[jacobians.samples() * jacobians.inputs()];
    for (int n = 0; n < jacobians.samples(); n++) {
      for (int i = 0; i < jacobians.inputs(); i++) {
        rows[n * jacobians.inputs() + i] = jacobians.get(n, output, i);
      }
    }
    return rows;
  }

  private static MultiLayerNetwork softmax() {
    return Nets.of(
        DataType.DOUBLE,
        Nets.dense(6, 12, Activation.RELU),
        Nets.dense(12, 5, Activation.SOFTPLUS),
        Nets.output(5, 4, Activation.SOFTMAX));
  }

  private static MultiLayerNetwork lossLayer() {
    return Nets.of(
        DataType.DOUBLE,
        Nets.dense(3, 9, Activation.IDENTITY),
        new ActivationLayer(Activation.GELU),
        Nets.dense(9, 4, Activation.IDENTITY),
        new LossLayer.Builder(LossFunctions.LossFunction.MSE)
            .activation(Activation.SIGMOID)
            .build());
  }

  private static MultiLayerNetwork withoutBias() {
    return Nets.of(
        DataType.DOUBLE,
        new DenseLayer.Builder().nIn(3).nOut(6).activation(Activation.TANH).hasBias(false).build(),
        Nets.output(6, 2, Activation.IDENTITY));
  }
}
