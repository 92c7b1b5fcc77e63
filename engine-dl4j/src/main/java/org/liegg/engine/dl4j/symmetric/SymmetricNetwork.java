package org.liegg.engine.dl4j.symmetric;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.graph.LayerVertex;
import org.deeplearning4j.nn.conf.graph.ReshapeVertex;
import org.deeplearning4j.nn.conf.graph.StackVertex;
import org.deeplearning4j.nn.conf.graph.UnstackVertex;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.liegg.api.orbit.AffineMap;
import org.liegg.api.orbit.Symmetrization;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A graph whose layers stand there once and see all moved samples as one batch: dense layers with
 * fixed weights move the samples, a {@code StackVertex} joins them, {@code UnstackVertex} parts
 * what comes out, and an {@code ElementWiseVertex} averages it.
 */
public final class SymmetricNetwork {
  private final ComputationGraph network;
  private final Symmetrization how;
  private final String prefix;
  private final ComputationGraphConfiguration.GraphBuilder builder;

  /** What dense layers that are added do, by name. */
  private final Map<String, AffineMap> maps = new TreeMap<>();

  private SymmetricNetwork(ComputationGraph network, Symmetrization how) {
    this.network = network;
    this.how = how;
    this.prefix = prefix(network.getConfiguration());
    this.builder =
        new NeuralNetConfiguration.Builder()
            .dataType(network.getConfiguration().getDataType())
            .graphBuilder()
            .validateOutputLayerConfig(false);
  }

  /** What no vertex's name begins with. */
  private static String prefix(ComputationGraphConfiguration graph) {
    String prefix = "symmetric-";
    for (int i = 2; isTaken(prefix, graph); i++) {
      prefix = "symmetric%d-".formatted(i);
    }
    return prefix;
  }

  private static boolean isTaken(String prefix, ComputationGraphConfiguration graph) {
    return graph.getVertices().keySet().stream().anyMatch(name -> name.startsWith(prefix));
  }

  /**
   * The average over a group.
   *
   * @param network initialised, of one input; its configuration is taken over
   * @param shape of one sample
   * @param output vertex that is averaged
   */
  public static ComputationGraph average(
      ComputationGraph network, Symmetrization how, List<Integer> shape, String output) {
    return new SymmetricNetwork(network, how).built(shape, output);
  }

  private ComputationGraph built(List<Integer> shape, String output) {
    ComputationGraphConfiguration old = network.getConfiguration();
    String input = old.getNetworkInputs().get(0);
    builder.addInputs(input);
    String moved = moved(input, shape);
    for (Map.Entry<String, GraphVertex> entry : old.getVertices().entrySet()) {
      String[] from =
          old.getVertexInputs().getOrDefault(entry.getKey(), List.of()).stream()
              .map(name -> name.equals(input) ? moved : name)
              .toArray(String[]::new);
      if (entry.getValue() instanceof LayerVertex layer) {
        builder.addLayer(
            entry.getKey(), layer.getLayerConf().getLayer(), layer.getPreProcessor(), from);
      } else {
        builder.addVertex(entry.getKey(), entry.getValue(), from);
      }
    }
    builder.setOutputs(averaged(output));
    ComputationGraph made = new ComputationGraph(builder.build());
    made.init();
    copyWeights(made);
    return made;
  }

  /** All moved samples, one element's after another's. */
  private String moved(String input, List<Integer> shape) {
    boolean flat = shape.size() == 1;
    String rows = input;
    if (!flat) {
      rows = prefix + "rows";
      builder.addVertex(rows, reshape(List.of(how.inputs())), input);
    }
    List<String> all = new ArrayList<>();
    for (int g = 0; g < how.elements(); g++) {
      all.add(dense(prefix + "move-" + g, how.moves().get(g), rows));
    }
    String moved = prefix + "moved";
    builder.addVertex(moved, new StackVertex(), all.toArray(String[]::new));
    if (flat) {
      return moved;
    }
    builder.addVertex(prefix + "samples", reshape(shape), moved);
    return prefix + "samples";
  }

  private String averaged(String output) {
    List<String> all = new ArrayList<>();
    for (int g = 0; g < how.elements(); g++) {
      String part = prefix + "part-" + g;
      builder.addVertex(part, new UnstackVertex(g, how.elements()), output);
      if (!how.back().isEmpty()) {
        part = dense(prefix + "back-" + g, how.back().get(g), part);
      }
      all.add(part);
    }
    String mean = prefix + "mean";
    builder.addVertex(
        mean, new ElementWiseVertex(ElementWiseVertex.Op.Average), all.toArray(String[]::new));
    return mean;
  }

  private static ReshapeVertex reshape(List<Integer> shape) {
    int[] sizes = new int[shape.size() + 1];
    sizes[0] = -1;
    for (int i = 0; i < shape.size(); i++) {
      sizes[i + 1] = shape.get(i);
    }
    return new ReshapeVertex('c', sizes, null);
  }

  private String dense(String name, AffineMap map, String from) {
    maps.put(name, map);
    builder.addLayer(
        name,
        new DenseLayer.Builder()
            .nIn(map.size())
            .nOut(map.size())
            .activation(Activation.IDENTITY)
            .build(),
        from);
    return name;
  }

  private void copyWeights(ComputationGraph made) {
    for (String name : network.getConfiguration().getVertices().keySet()) {
      if (network.getConfiguration().getVertices().get(name) instanceof LayerVertex) {
        made.getLayer(name)
            .paramTable()
            .forEach((key, to) -> to.assign(network.getLayer(name).getParam(key)));
      }
    }
    maps.forEach(
        (name, map) -> {
          made.getLayer(name)
              .getParam("W")
              .assign(array(map.size(), map.linear().values()).transpose());
          made.getLayer(name).getParam("b").assign(array(1, map.shift()));
        });
  }

  private static INDArray array(int rows, double... values) {
    return Nd4j.createFromArray(values).castTo(DataType.DOUBLE).reshape(rows, values.length / rows);
  }
}
