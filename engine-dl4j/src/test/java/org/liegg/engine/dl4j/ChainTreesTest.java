package org.liegg.engine.dl4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.liegg.engine.dl4j.dense.LayerPlan;
import org.liegg.engine.dl4j.dense.NetworkReader;
import org.liegg.engine.dl4j.session.ModelFaults;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationELU;
import org.nd4j.linalg.activations.impl.ActivationGELU;
import org.nd4j.linalg.activations.impl.ActivationLReLU;
import org.nd4j.linalg.activations.impl.ActivationReLU;

class ChainTreesTest {
  private final NetworkReader reader = new NetworkReader(new ModelFaults("net"));

  static Stream<IActivation> functions() {
    return Stream.concat(
        Stream.of(Activation.values())
            .filter(function -> function != Activation.RRELU)
            .map(Activation::getActivationFunction),
        Stream.of(
            new ActivationReLU(5.0, 0.5, 0.125),
            new ActivationLReLU(0.3),
            new ActivationELU(0.5),
            new ActivationGELU(true)));
  }

  @ParameterizedTest
  @MethodSource("functions")
  void readsAsTheTextThatDeeplearning4jWrites(IActivation function) {
    var chain =
        chain(
            new DenseLayer.Builder().nIn(3).nOut(4).activation(function).build(),
            new DenseLayer.Builder().nIn(4).nOut(2).hasBias(false).activation(function).build(),
            new ActivationLayer(function));
    Optional<List<LayerPlan>> written =
        reader.layers(reader.parse(chain.toJson().getBytes(StandardCharsets.UTF_8)));

    Optional<List<LayerPlan>> read = ChainTrees.of(chain).map(reader::layers).orElse(written);

    assertThat(read).usingRecursiveComparison().isEqualTo(written);
  }

  @Test
  void knowsTheFunctionsOfKeras() {
    for (Activation function :
        List.of(Activation.TANH, Activation.RELU, Activation.SWISH, Activation.SOFTMAX)) {
      assertThat(
              ChainTrees.of(chain(new DenseLayer.Builder().nOut(2).activation(function).build())))
          .isPresent();
    }
  }

  @Test
  void leavesTheRestToTheWriter() {
    assertThat(ChainTrees.of(chain(new BatchNormalization()))).isEmpty();
    assertThat(ChainTrees.of(chain(new DropoutLayer(0.5)))).isEmpty();
    assertThat(
            ChainTrees.of(
                chain(new DenseLayer.Builder().nOut(2).activation(Activation.RRELU).build())))
        .isEmpty();
  }

  private static MultiLayerConfiguration chain(Layer... layers) {
    NeuralNetConfiguration.ListBuilder list = new NeuralNetConfiguration.Builder().list();
    for (Layer layer : layers) {
      list.layer(layer);
    }
    return list.build();
  }
}
