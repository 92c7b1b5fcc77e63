package org.liegg.engine.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.stream.Stream;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.deeplearning4j.optimize.listeners.CollectScoresIterationListener;
import org.junit.jupiter.api.Test;
import org.liegg.api.Batch;
import org.liegg.api.ModelException;
import org.liegg.api.ModelOptions;
import org.liegg.api.Precision;
import org.liegg.api.Warning;
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

  /** What is taken off layers, and off the layers inside them, is taken off copies. */
  @Test
  void leaveGraphsAndWrappedLayersAsTheyWere() {
    for (String name : List.of("frozen layers", "dropout everywhere", "both ways")) {
      LayerKind kind =
          Stream.concat(VectorKinds.all(), SeriesKinds.all())
              .filter(candidate -> candidate.name().equals(name))
              .findFirst()
              .orElseThrow();
      MultiLayerNetwork layers = kind.network();
      // Before the configuration is looked at: this itself renames the layers inside wrappers.
      ComputationGraph graph = layers.toComputationGraph();
      String configuration = layers.getLayerWiseConfigurations().toJson();
      double[] parameters = layers.params().dup().data().asDouble();
      String before = graph.getConfiguration().toJson();
      try (ModelGradient model = Dl4jGradients.of(layers, kind.options(Precision.FLOAT));
          ModelGradient same = Dl4jGradients.of(graph, kind.options(Precision.FLOAT))) {
        model.jacobians(kind.samples(3));
        same.jacobians(kind.samples(3));
      }
      assertThat(layers.getLayerWiseConfigurations().toJson()).isEqualTo(configuration);
      assertThat(layers.params().data().asDouble()).containsExactly(parameters);
      assertThat(graph.getConfiguration().toJson()).isEqualTo(before);
      assertThat(graph.params().data().asDouble()).containsExactly(parameters);
    }
  }

  @Test
  void comeWithTheOriginTheyAreGiven() {
    Warning warning = new Warning("a-code", "a message");
    NetworkOrigin origin = new NetworkOrigin("net.h5", "00ff", "keras", "2.3", List.of(warning));
    LayerKind kind = VectorKinds.all().findFirst().orElseThrow();
    for (MultiLayerNetwork given : List.of(network, kind.network())) {
      try (ModelGradient model = Dl4jGradients.of(given, ModelOptions.defaults(), origin)) {
        assertThat(model.info().path()).isEqualTo("net.h5");
        assertThat(model.info().sha256()).isEqualTo("00ff");
        assertThat(model.info().engine()).isEqualTo("keras");
        assertThat(model.info().engineVersion()).isEqualTo("2.3");
        assertThat(model.warnings()).containsExactly(warning);
      }
    }
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
