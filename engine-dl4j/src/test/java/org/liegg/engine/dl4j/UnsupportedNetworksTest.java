package org.liegg.engine.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.List;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.EmbeddingLayer;
import org.deeplearning4j.nn.conf.layers.objdetect.Yolo2OutputLayer;
import org.deeplearning4j.nn.conf.layers.recurrent.SimpleRnn;
import org.deeplearning4j.nn.conf.ocnn.OCNNOutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liegg.api.ModelException;
import org.liegg.api.ModelOptions;
import org.liegg.api.ModelSource;
import org.liegg.api.spi.ModelGradient;
import org.liegg.api.spi.support.Models;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.activations.BaseActivationFunction;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

/** Whole networks that are refused by the name of what cannot be differentiated rightly. */
class UnsupportedNetworksTest {
  @TempDir Path directory;

  @Test
  void embeddings() {
    assertUnsupported(
        Nets.of(
            DataType.FLOAT,
            new EmbeddingLayer.Builder().nIn(7).nOut(4).build(),
            Nets.output(4, 2, Activation.IDENTITY)),
        "layer layer0 (EmbeddingLayer) is not differentiable in its input");
  }

  @Test
  void outputLayersWithALossOfTheirOwn() {
    assertUnsupported(
        Nets.of(
            DataType.FLOAT,
            Nets.dense(3, 4, Activation.TANH),
            new OCNNOutputLayer.Builder().nIn(4).hiddenLayerSize(3).nu(0.1).build()),
        "layer layer1 (OCNNOutputLayer) has a backward pass for its own");
    MultiLayerNetwork yolo =
        LayerNets.of(
            InputType.convolutional(4, 4, 1),
            LayerKind.convolution(12).build(),
            new Yolo2OutputLayer.Builder().boundingBoxPriors(Nd4j.ones(2, 2)).build());
    ModelOptions options =
        ModelOptions.defaults().withDataShape(ModelOptions.ANY_INPUT, List.of(4, 4));
    assertThatExceptionOfType(ModelException.class)
        .isThrownBy(() -> Dl4jGradients.of(yolo, options))
        .withMessageStartingWith("LIEGG-MODEL-UNSUPPORTED")
        .withMessageContaining("layer layer1 (Yolo2OutputLayer)");
    try (ModelGradient hidden = Dl4jGradients.of(yolo, options.withOutput("layer0"))) {
      assertThat(hidden.info().outputSize()).isEqualTo(12 * 9);
    }
  }

  @Test
  void batchNormalisationWhoseGainIsAppliedInSomeCasesOnly() {
    assertUnsupported(
        Nets.of(
            DataType.FLOAT,
            new BatchNormalization.Builder()
                .nIn(4)
                .nOut(4)
                .lockGammaBeta(true)
                .gamma(2)
                .beta(0)
                .build(),
            Nets.output(4, 2, Activation.IDENTITY)),
        "layer layer0 (BatchNormalization) has a fixed gamma of 2.0");
  }

  @Test
  void randomActivations() {
    assertUnsupported(
        Nets.of(DataType.FLOAT, Nets.dense(3, 2, Activation.RRELU)),
        "layer layer0 (DenseLayer) has the activation RReLU");
  }

  @Test
  void whatDeeplearning4jItselfCannotEvaluate() {
    MultiLayerNetwork network =
        LayerNets.of(
            InputType.recurrent(3, 5),
            new SimpleRnn.Builder().nOut(4).hasLayerNorm(true).build(),
            LayerKind.everyTime());
    assertThatExceptionOfType(ModelException.class)
        .isThrownBy(
            () ->
                Dl4jGradients.of(
                    network, ModelOptions.defaults().withShape("input", List.of(3, 5))))
        .withMessageStartingWith("LIEGG-MODEL-UNSUPPORTED")
        .withMessageContaining("layer layer0 (SimpleRnn) cannot be evaluated")
        .withMessageContaining("samples of shape 3×5");
  }

  @Test
  void aLayerWithWrongGradientsIsFoundAmongRightOnes() {
    MultiLayerNetwork network =
        LayerNets.of(
            InputType.feedForward(4),
            LayerKind.dense(5).hasLayerNorm(true).build(),
            LayerKind.dense(5).activation(new Cosine(0.9)).build(),
            LayerKind.classifier(3));
    assertThatExceptionOfType(ModelException.class)
        .isThrownBy(() -> Dl4jGradients.of(network))
        .withMessageStartingWith("LIEGG-MODEL-WRONG-GRADIENT: model live MultiLayerNetwork: ")
        .withMessageContaining("the gradients of layer layer1 (DenseLayer)")
        .withMessageContaining("off by 0.1");
    try (ModelGradient before =
        Dl4jGradients.of(network, ModelOptions.defaults().withOutput("0"))) {
      assertThat(before.info().selfCheck().error()).isLessThan(1e-8);
    }
  }

  @Test
  void anActivationOfTheUsersOwnIsTakenIfItIsRight() {
    MultiLayerNetwork network =
        LayerNets.of(
            InputType.feedForward(4),
            LayerKind.dense(5).activation(new Cosine(1)).build(),
            LayerKind.classifier(3));
    try (ModelGradient model = Dl4jGradients.of(network)) {
      assertThat(model.info().selfCheck().error()).isLessThan(1e-8);
    }
    BrokenFilesTest.assertRefused(
        Nets.save(network, directory), "LIEGG-MODEL-UNTRUSTED-CLASS", "Cosine");
  }

  @Test
  void whatIsNoNetwork() {
    assertThatExceptionOfType(ModelException.class)
        .isThrownBy(
            () ->
                Models.open(
                    new Dl4jGradientProvider(),
                    ModelSource.live("a string"),
                    ModelOptions.defaults()))
        .withMessageStartingWith("LIEGG-MODEL-UNSUPPORTED: model live String: it is no network");
  }

  /** Refused from a file and live, in the same words. */
  private void assertUnsupported(MultiLayerNetwork network, String words) {
    BrokenFilesTest.assertRefused(Nets.save(network, directory), "LIEGG-MODEL-UNSUPPORTED", words);
    assertThatExceptionOfType(ModelException.class)
        .isThrownBy(() -> Dl4jGradients.of(network))
        .withMessageStartingWith("LIEGG-MODEL-UNSUPPORTED: model live MultiLayerNetwork: " + words);
  }

  /** The cosine, with so much of its derivative. */
  static final class Cosine extends BaseActivationFunction {
    private static final long serialVersionUID = 1L;

    private final double share;

    Cosine(double share) {
      this.share = share;
    }

    public double getShare() {
      return share;
    }

    @Override
    public INDArray getActivation(INDArray z, boolean training) {
      return Transforms.cos(z, false);
    }

    @Override
    public Pair<INDArray, INDArray> backprop(INDArray z, INDArray epsilon) {
      return new Pair<>(Transforms.sin(z, true).muli(-share).muli(epsilon), null);
    }
  }
}
