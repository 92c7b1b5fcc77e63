package org.liegg.engine.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.liegg.api.Batch;
import org.liegg.api.Head;
import org.liegg.api.ModelException;
import org.liegg.api.ModelLayout;
import org.liegg.api.ModelOptions;
import org.liegg.api.ModelPort;
import org.liegg.api.ModelSource;
import org.liegg.api.Precision;
import org.liegg.api.SelfCheck;
import org.liegg.api.spi.GradientCheck;
import org.liegg.api.spi.ModelGradient;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.lossfunctions.LossFunctions;

/** Heads, hidden layers, shapes and the check, on chains and on other networks. */
class ChoicesTest {
  private static final ModelOptions DOUBLE = new ModelOptions(Precision.DOUBLE);

  /** Softmax classifiers of 4 inputs and 3 classes; the last ends in a layer that does nothing. */
  static Stream<Named<MultiLayerNetwork>> classifiers() {
    LossLayer nothing =
        new LossLayer.Builder(LossFunctions.LossFunction.MCXENT)
            .activation(Activation.IDENTITY)
            .build();
    return Stream.of(
        Named.of(
            "a chain",
            Nets.of(
                DataType.DOUBLE,
                Nets.dense(4, 5, Activation.TANH),
                Nets.output(5, 3, Activation.SOFTMAX))),
        Named.of(
            "a chain with a loss layer",
            Nets.of(
                DataType.DOUBLE,
                Nets.dense(4, 5, Activation.TANH),
                Nets.dense(5, 3, Activation.SOFTMAX),
                nothing)),
        Named.of(
            "layer normalisation",
            LayerKind.vector(
                    "", LayerKind.dense(5).hasLayerNorm(true).build(), LayerKind.classifier(3))
                .network()),
        Named.of(
            "layer normalisation with a loss layer",
            LayerKind.vector(
                    "",
                    LayerKind.dense(5).hasLayerNorm(true).build(),
                    LayerKind.dense(3).activation(Activation.SOFTMAX).build(),
                    nothing)
                .network()));
  }

  @ParameterizedTest
  @MethodSource("classifiers")
  void theActivationAtTheEndIsNamedWhereNoHeadLeavesItOff(MultiLayerNetwork network) {
    try (ModelGradient output = Dl4jGradients.of(network, DOUBLE);
        ModelGradient logits = Dl4jGradients.of(network, DOUBLE.withHead(Head.LOGITS));
        ModelGradient hidden = Dl4jGradients.of(network, DOUBLE.withOutput("0"))) {
      assertThat(output.info().activation()).contains("softmax");
      assertThat(logits.info().activation()).isEmpty();
      assertThat(hidden.info().activation()).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("classifiers")
  void headsAreOnTheLogits(MultiLayerNetwork network) {
    Batch batch = Nets.samples(6, 4);
    try (ModelGradient output = Dl4jGradients.of(network, DOUBLE);
        ModelGradient logits = Dl4jGradients.of(network, DOUBLE.withHead(Head.LOGITS));
        ModelGradient softmax = Dl4jGradients.of(network, DOUBLE.withHead(Head.SOFTMAX));
        ModelGradient unit = Dl4jGradients.of(network, DOUBLE.withHead(Head.NORMALIZED_LOGITS))) {
      assertThat(DoubleStream.of(logits.outputs(batch).values())).anyMatch(value -> value < 0);
      assertThat(softmax.jacobians(batch).values())
          .containsExactly(output.jacobians(batch).values(), within(1e-13));
      for (ModelGradient model : List.of(logits, softmax, unit)) {
        assertThat(GradientCheck.error(model, batch)).isLessThan(1e-8);
      }
      assertThat(logits.info().head()).isEqualTo("logits");
      assertThat(unit.info().head()).isEqualTo("normalized-logits");
    }
  }

  @ParameterizedTest
  @MethodSource("classifiers")
  void hiddenLayersAreAskedForByNameOrNumber(MultiLayerNetwork network) {
    Batch batch = Nets.samples(6, 4);
    try (ModelGradient byName = Dl4jGradients.of(network, DOUBLE.withOutput("layer0"));
        ModelGradient byNumber = Dl4jGradients.of(network, DOUBLE.withOutput("0"));
        ModelGradient own = Dl4jGradients.of(network, DOUBLE.withOutput("output"))) {
      assertThat(byName.info().output()).isEqualTo("layer0");
      assertThat(byName.info().outputSize()).isEqualTo(5);
      assertThat(byName.outputs(batch).values())
          .containsExactly(
              network
                  .feedForward(Nets.array(batch, DataType.DOUBLE), false)
                  .get(1)
                  .dup('c')
                  .data()
                  .asDouble(),
              within(1e-13));
      assertThat(byNumber.jacobians(batch).values())
          .containsExactly(byName.jacobians(batch).values());
      assertThat(own.info().outputSize()).isEqualTo(3);
    }
  }

  @ParameterizedTest
  @MethodSource("classifiers")
  void whatIsNotThereIsRefused(MultiLayerNetwork network) {
    assertRefused(
        network, DOUBLE.withOutput("layer9"), "LIEGG-MODEL-OUTPUT", "did you mean 'layer0'?");
    assertRefused(network, DOUBLE.withOutput("7"), "LIEGG-MODEL-OUTPUT", "a number from 0 to");
    assertRefused(
        network, DOUBLE.withInput("pixels"), "LIEGG-MODEL-INPUT", "choose one with --input: input");
  }

  @ParameterizedTest
  @MethodSource("classifiers")
  void whatCanBeChosenIsListed(MultiLayerNetwork network) {
    ModelLayout layout =
        new Dl4jGradientProvider().layout(ModelSource.live(network), ModelOptions.defaults());
    assertThat(layout.inputs()).containsExactly(new ModelPort("input", "input", List.of(4)));
    assertThat(layout.outputs())
        .startsWith(new ModelPort("layer0", "DenseLayer", List.of(5)))
        .hasSize(network.getnLayers())
        .last()
        .satisfies(port -> assertThat(port.shape()).containsExactly(3));
  }

  @ParameterizedTest
  @MethodSource("classifiers")
  void theCheckCanBeLeftOutAndTakesGivenSamples(MultiLayerNetwork network) {
    Batch probe = Nets.samples(3, 4);
    try (ModelGradient checked = Dl4jGradients.of(network);
        ModelGradient skipped = Dl4jGradients.of(network, DOUBLE.withSelfCheck(false));
        ModelGradient probed = Dl4jGradients.of(network, DOUBLE.withProbe(probe))) {
      assertThat(checked.info().selfCheck().status()).isEqualTo(SelfCheck.Status.PASSED);
      assertThat(checked.info().selfCheck().samples()).isEqualTo(5);
      assertThat(checked.info().selfCheck().error()).isLessThan(1e-8);
      assertThat(skipped.info().selfCheck()).isEqualTo(SelfCheck.skipped());
      assertThat(probed.info().selfCheck().samples()).isEqualTo(3);
    }
  }

  @Test
  void shapesComeFromTheUserThenTheNetworkThenTheData() {
    MultiLayerNetwork images =
        LayerNets.of(
            InputType.convolutional(6, 5, 1),
            LayerKind.convolution(2).build(),
            LayerKind.mean(),
            LayerKind.classifier(2));
    assertRefused(
        images,
        DOUBLE,
        "LIEGG-MODEL-INPUT-SHAPE",
        "it takes samples of 3 axes, the first of which has length 1; give --input-shape");
    assertRefused(
        images,
        DOUBLE.withShape(ModelOptions.ANY_INPUT, List.of(6, 5, 1)),
        "LIEGG-MODEL-INPUT-SHAPE",
        "not 6×5×1");
    assertThat(inputs(images, DOUBLE.withDataShape(ModelOptions.ANY_INPUT, List.of(6, 5))))
        .isEqualTo(30);
    assertThat(
            inputs(
                images,
                DOUBLE
                    .withDataShape(ModelOptions.ANY_INPUT, List.of(6, 5))
                    .withShape(ModelOptions.ANY_INPUT, List.of(1, 4, 4))))
        .isEqualTo(16);
    MultiLayerNetwork flat =
        LayerNets.of(
            InputType.convolutionalFlat(6, 5, 1),
            LayerKind.convolution(2).build(),
            LayerKind.classifier(2));
    assertThat(inputs(flat, DOUBLE)).isEqualTo(30);
    assertThat(inputs(flat, DOUBLE.withShape("input", List.of(6, 5)))).isEqualTo(30);
  }

  private static int inputs(MultiLayerNetwork network, ModelOptions options) {
    try (ModelGradient model = Dl4jGradients.of(network, options)) {
      return model.info().inputSize();
    }
  }

  private static void assertRefused(
      MultiLayerNetwork network, ModelOptions options, String code, String words) {
    assertThatExceptionOfType(ModelException.class)
        .isThrownBy(() -> Dl4jGradients.of(network, options))
        .withMessageStartingWith(code + ": model live MultiLayerNetwork: ")
        .withMessageContaining(words);
  }
}
