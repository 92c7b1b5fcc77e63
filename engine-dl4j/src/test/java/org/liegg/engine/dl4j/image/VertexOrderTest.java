package org.liegg.engine.dl4j.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The order of vertices is Deeplearning4j's, by which parameters are whose they are. */
class VertexOrderTest {

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void isThatOfTheGraph(long seed) {
    ComputationGraphConfiguration configuration = graph(new Random(seed));
    List<String> order = VertexOrder.of(configuration);
    ComputationGraph graph = new ComputationGraph(configuration);
    int[] numbers = graph.topologicalSortOrder();
    List<String> names = configuration.getTopologicalOrderStr();
    assertThat(numbers).hasSize(names.size());
    assertThat(order).as("seed %d", seed).isEqualTo(names.subList(2, names.size()));
    assertThat(VertexOrder.of(configuration)).isEqualTo(order);
  }

  /** Vertices that each take one or two of those before. */
  private static ComputationGraphConfiguration graph(Random random) {
    ComputationGraphConfiguration.GraphBuilder graph =
        new NeuralNetConfiguration.Builder()
            .graphBuilder()
            .allowDisconnected(true)
            .addInputs("one", "two");
    List<String> names = new ArrayList<>(List.of("one", "two"));
    for (int i = 0; i < 40; i++) {
      String name = "v" + random.nextInt(1000) + "-" + i;
      String[] from = {
        names.get(random.nextInt(names.size())), names.get(random.nextInt(names.size()))
      };
      if (random.nextBoolean()) {
        graph.addLayer(name, new DropoutLayer(0.5), from[0]);
      } else {
        graph.addVertex(
            name, new MergeVertex(), Arrays.stream(from).distinct().toArray(String[]::new));
      }
      names.add(name);
    }
    return graph.setOutputs(names.get(names.size() - 1)).build();
  }
}
