package org.liegg.engine.dl4j.graph;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.deeplearning4j.nn.conf.CacheMode;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.WorkspaceMode;
import org.deeplearning4j.nn.conf.graph.FrozenVertex;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.graph.LayerVertex;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.liegg.api.ModelInfo;
import org.liegg.engine.dl4j.session.ModelFaults;
import org.liegg.engine.dl4j.session.Text;

/** Turns configurations of any network into those of graphs that are fit to be differentiated. */
public final class GraphConfigurations {

  private GraphConfigurations() {}

  /**
   * The same network as a graph whose vertices are called as its layers, or numbered where two are
   * called alike. Parameters keep their order.
   *
   * @param network a configuration that is nobody else's
   */
  public static ComputationGraphConfiguration of(
      MultiLayerConfiguration network, ModelFaults faults) {
    return of(network, InferenceLayers::prepared, faults);
  }

  /** The same, its layers as they were trained: what its outputs are is the same. */
  static ComputationGraphConfiguration asTrained(
      MultiLayerConfiguration network, ModelFaults faults) {
    return of(network, layer -> layer, faults);
  }

  private static ComputationGraphConfiguration of(
      MultiLayerConfiguration network, UnaryOperator<Layer> prepared, ModelFaults faults) {
    try {
      ComputationGraphConfiguration.GraphBuilder graph =
          new NeuralNetConfiguration.Builder()
              .dataType(network.getDataType())
              .graphBuilder()
              .addInputs(ModelInfo.ONLY_INPUT)
              .validateOutputLayerConfig(false);
      List<String> names = names(network.getConfs());
      String before = ModelInfo.ONLY_INPUT;
      for (int i = 0; i < names.size(); i++) {
        // Copies of the layers inside wrappers, too: naming a wrapper names those.
        Layer layer = prepared.apply(network.getConf(i).getLayer());
        graph.addLayer(names.get(i), layer, network.getInputPreProcess(i), before);
        before = names.get(i);
      }
      return graph.setOutputs(before).build();
    } catch (RuntimeException e) {
      throw faults.corrupt("its layers do not make a network: " + Text.message(e), e);
    }
  }

  private static List<String> names(List<NeuralNetConfiguration> layers) {
    Set<String> seen = new HashSet<>(Set.of(ModelInfo.ONLY_INPUT));
    List<String> names = new ArrayList<>();
    for (int i = 0; i < layers.size(); i++) {
      String name = layers.get(i).getLayer().getLayerName();
      boolean usable = name != null && !name.isEmpty() && seen.add(name);
      names.add(usable ? name : String.valueOf(i));
      seen.add(names.get(i));
    }
    return names;
  }

  /**
   * Makes a graph compute in inference mode, forward and backward: no dropout, no weight noise, no
   * frozen layers (which stop the backward pass), no workspaces, and in output layers a loss that
   * lets any gradient through.
   *
   * @param graph a configuration that is nobody else's; changed
   */
  static void prepare(ComputationGraphConfiguration graph) {
    graph.setTrainingWorkspaceMode(WorkspaceMode.NONE);
    graph.setInferenceWorkspaceMode(WorkspaceMode.NONE);
    graph.setCacheMode(CacheMode.NONE);
    graph
        .getVertices()
        .replaceAll(
            (name, vertex) -> {
              GraphVertex bare =
                  vertex instanceof FrozenVertex frozen ? frozen.getUnderlying() : vertex;
              if (bare instanceof LayerVertex layer) {
                NeuralNetConfiguration conf = layer.getLayerConf();
                conf.setLayer(InferenceLayers.prepared(conf.getLayer()));
                // Layers take what is missing, as before 0.9, for a mode that keeps old values.
                conf.setCacheMode(CacheMode.NONE);
                conf.getLayer().setLayerName(name);
              }
              return bare;
            });
  }

  /**
   * How many parameters a graph takes.
   *
   * @throws org.liegg.api.ModelException if its layers do not say their sizes
   */
  static long parameters(ComputationGraphConfiguration graph, ModelFaults faults) {
    long sum = 0;
    try {
      for (GraphVertex vertex : graph.getVertices().values()) {
        sum = Math.addExact(sum, Math.max(0, vertex.numParams(true)));
      }
      return sum;
    } catch (RuntimeException e) {
      throw faults.corrupt("its layers do not say their sizes: " + Text.message(e), e);
    }
  }

  /**
   * Leaves off the activation of the layer that an output comes from.
   *
   * @param graph a configuration that is nobody else's; changed
   */
  static void leaveOffActivation(ComputationGraphConfiguration graph, String output) {
    lastLayer(graph, output).ifPresent(InferenceLayers::leaveOffActivation);
  }

  /**
   * The layer that an output comes from, looking through layers that do nothing, such as the loss
   * layer that imported networks end in.
   */
  static Optional<Layer> lastLayer(ComputationGraphConfiguration graph, String output) {
    Optional<String> at = Optional.of(output);
    while (at.isPresent()) {
      if (!(graph.getVertices().get(at.get()) instanceof LayerVertex vertex)) {
        return Optional.empty();
      }
      Layer layer = vertex.getLayerConf().getLayer();
      boolean nothing = layer instanceof DropoutLayer || InferenceLayers.isIdentity(layer);
      if (!nothing || vertex.getPreProcessor() != null) {
        return Optional.of(layer);
      }
      List<String> inputs = graph.getVertexInputs().getOrDefault(at.get(), List.of());
      at = inputs.size() == 1 ? Optional.of(inputs.get(0)) : Optional.empty();
    }
    return Optional.empty();
  }
}
