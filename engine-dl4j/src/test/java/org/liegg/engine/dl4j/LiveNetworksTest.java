package org.liegg.engine.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.deeplearning4j.optimize.listeners.CollectScoresIterationListener;
import org.junit.jupiter.api.Test;
import org.liegg.api.Batch;
import org.liegg.api.ModelException;
import org.liegg.api.ModelOptions;
import org.liegg.api.Precision;
import org.liegg.api.spi.ModelGradient;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

class LiveNetworksTest {
  private final MultiLayerNetwork network = Nets.mlp(DataType.FLOAT);
  private final Batch batch = Nets.samples(6, 4);

  @Test
  void leaveTheNetworkAsItWas() {
    INDArray x = Nets.array(batch, DataType.FLOAT);
    TrainingListener listener = new CollectScoresIterationListener();
    network.setListeners(listener);
    network.fit(x, network.output(x).add(1));
    double score = network.score();
    double[] parameters = network.params().dup().data().asDouble();
    String configuration = network.getLayerWiseConfigurations().toJson();
    network.setInput(x);

    for (Precision precision : Precision.values()) {
      try (ModelGradient model = Dl4jGradients.of(network, new ModelOptions(precision))) {
        model.jacobians(Nets.samples(3, 4));
        model.outputs(batch);
      }
    }

    assertThat(network.score()).isEqualTo(score);
    assertThat(network.params().data().asDouble()).containsExactly(parameters);
    assertThat(network.getLayerWiseConfigurations().toJson()).isEqualTo(configuration);
    assertThat(network.getListeners()).isEqualTo(List.of(listener));
    assertThat(network.getInput()).isSameAs(x);
  }

  @Test
  void areCopiedOnce() {
    try (ModelGradient model = Dl4jGradients.of(network)) {
      double[] before = model.jacobians(batch).values();
      network.params().muli(3);
      assertThat(model.jacobians(batch).values()).containsExactly(before);
    }
  }

  @Test
  void areKnownByTheirParameters() {
    try (ModelGradient model = Dl4jGradients.of(network);
        ModelGradient same = Dl4jGradients.of(network)) {
      assertThat(model.info().sha256()).isEqualTo(same.info().sha256());
      assertThat(model.info().path()).isEqualTo("live MultiLayerNetwork");
      assertThat(model.info().precision()).isEqualTo(Precision.FLOAT);
      network.params().putScalar(5, 0.25);
      try (ModelGradient other = Dl4jGradients.of(network)) {
        assertThat(other.info().sha256()).isNotEqualTo(model.info().sha256());
      }
    }
  }

  @Test
  void mustBeInitialised() {
    MultiLayerNetwork raw = new MultiLayerNetwork(network.getLayerWiseConfigurations());
    assertThatExceptionOfType(ModelException.class)
        .isThrownBy(() -> Dl4jGradients.of(raw))
        .withMessageStartingWith("LIEGG-MODEL-UNINITIALISED: model live MultiLayerNetwork: ")
        .withMessageContaining("init()");
  }

  @Test
  void mustNotHaveDiverged() {
    network.params().putScalar(7, Float.NaN);
    assertThatExceptionOfType(ModelException.class)
        .isThrownBy(() -> Dl4jGradients.of(network))
        .withMessageStartingWith("LIEGG-MODEL-NONFINITE")
        .withMessageContaining("parameter 8 of 93 is NaN");
  }
}
