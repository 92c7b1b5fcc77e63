package org.liegg.engine.dl4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.deeplearning4j.optimize.listeners.CollectScoresIterationListener;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.liegg.api.ModelOptions;
import org.liegg.api.Precision;
import org.liegg.api.spi.ModelGradient;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** What a session on a network in the midst of its training leaves as it was. */
class LeftAloneTest {
  private static final long SEED = 5;

  static Stream<LayerKind> kinds() {
    return Stream.of(VectorKinds.all(), ImageKinds.all(), SeriesKinds.all())
        .flatMap(kinds -> kinds)
        .filter(
            kind ->
                List.of("mean pooling", "last step of an LSTM", "dropout everywhere")
                    .contains(kind.name()));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void networks(LayerKind kind) {
    MultiLayerNetwork network = kind.network();
    INDArray x = kind.array(kind.samples(4));
    INDArray y = network.output(x).add(0.1);
    TrainingListener listener = new CollectScoresIterationListener();
    network.setListeners(listener);
    network.fit(x, y);
    network.setInput(x);
    network.setLabels(y);
    double[] expected = network.output(x).dup('c').data().asDouble();
    network.setInput(x);
    network.getLayerWiseConfigurations().setEpochCount(3);
    State before = State.of(network);

    differentiate(kind, options -> use(Dl4jGradients.of(network, options), kind));

    assertThat(State.of(network)).usingRecursiveComparison().isEqualTo(before);
    assertThat(network.getListeners()).containsExactly(listener);
    assertThat(network.getInput()).isSameAs(x);
    assertThat(network.getLabels()).isSameAs(y);
    assertThat(network.output(x).dup('c').data().asDouble()).containsExactly(expected);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void graphs(LayerKind kind) {
    ComputationGraph graph = kind.network().toComputationGraph();
    INDArray x = kind.array(kind.samples(4));
    INDArray y = graph.outputSingle(x).add(0.1);
    TrainingListener listener = new CollectScoresIterationListener();
    graph.setListeners(listener);
    graph.fit(new INDArray[] {x}, new INDArray[] {y});
    double[] expected = graph.outputSingle(x).dup('c').data().asDouble();
    graph.setInputs(x);
    graph.setLabels(y);
    graph.getConfiguration().setEpochCount(3);
    State before = State.of(graph);

    differentiate(kind, options -> use(Dl4jGradients.of(graph, options), kind));

    assertThat(State.of(graph)).usingRecursiveComparison().isEqualTo(before);
    assertThat(graph.getListeners()).containsExactly(listener);
    assertThat(graph.getInput(0)).isSameAs(x);
    assertThat(graph).extracting("labels").isEqualTo(new INDArray[] {y});
    assertThat(graph.outputSingle(x).dup('c').data().asDouble()).containsExactly(expected);
  }

  /** Does it in both precisions, and looks at ND4J's random numbers. */
  private static void differentiate(LayerKind kind, Consumer<ModelOptions> session) {
    Nd4j.getRandom().setSeed(SEED);
    double[] expected = Nd4j.rand(4).data().asDouble();
    DataType type = Nd4j.dataType();
    Nd4j.getRandom().setSeed(SEED);
    for (Precision precision : Precision.values()) {
      session.accept(kind.options(precision));
    }
    assertThat(Nd4j.getRandom().getSeed()).isEqualTo(SEED);
    assertThat(Nd4j.rand(4).data().asDouble()).containsExactly(expected);
    assertThat(Nd4j.dataType()).isEqualTo(type);
  }

  private static void use(ModelGradient opened, LayerKind kind) {
    try (ModelGradient model = opened;
        ModelGradient fork = model.fork()) {
      model.jacobians(kind.samples(3));
      fork.outputs(kind.samples(2));
    }
  }

  /**
   * What a network remembers of its training.
   *
   * @param updater state of the updater
   */
  private record State(
      String configuration,
      double[] parameters,
      double[] gradients,
      double[] updater,
      double score,
      int iterations,
      int epochs) {

    static State of(MultiLayerNetwork network) {
      return new State(
          network.getLayerWiseConfigurations().toJson(),
          values(network.params()),
          values(network.getFlattenedGradients()),
          values(network.getUpdater().getStateViewArray()),
          network.score(),
          network.getLayerWiseConfigurations().getIterationCount(),
          network.getLayerWiseConfigurations().getEpochCount());
    }

    static State of(ComputationGraph graph) {
      return new State(
          graph.getConfiguration().toJson(),
          values(graph.params()),
          values(graph.getFlattenedGradients()),
          values(graph.getUpdater().getStateViewArray()),
          graph.score(),
          graph.getConfiguration().getIterationCount(),
          graph.getConfiguration().getEpochCount());
    }

    private static double[] values(INDArray array) {
      return array == null ? new double[0] : array.dup('c').data().asDouble();
    }
  }
}
