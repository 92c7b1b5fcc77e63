package org.liegg.engine.keras;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.liegg.engine.keras.read.GraphReader;
import org.liegg.engine.keras.read.KerasFaults;
import org.liegg.engine.keras.read.KerasGraph;
import org.liegg.engine.keras.read.KerasLayer;

/**
 * A model in the terms of Deeplearning4j.
 *
 * @param inputs shapes of one sample, by the name of the input
 * @param nodes what is computed, in order
 * @param outputs names of the nodes that are the model's outputs
 */
record Plan(Map<String, List<Integer>> inputs, List<Node> nodes, List<String> outputs) {

  /**
   * A layer or vertex.
   *
   * @param name unique; the Keras layer's, or for a layer that became several, that of the last
   * @param layer where it comes from
   * @param step what it is
   * @param inbound names of the nodes and inputs that it takes
   */
  record Node(String name, KerasLayer layer, Step step, List<String> inbound) {

    /** Copies the list. */
    Node {
      inbound = List.copyOf(inbound);
    }
  }

  /** Copies the lists. */
  Plan {
    nodes = List.copyOf(nodes);
    outputs = List.copyOf(outputs);
  }

  /**
   * Translates a model, layer by layer; layers that do nothing are left out.
   *
   * @throws org.liegg.api.ModelException if a layer cannot be taken over faithfully
   */
  static Plan of(
      KerasGraph graph,
      Map<String, List<Integer>> inputs,
      Translator translator,
      KerasFaults faults) {
    Map<String, String> standsFor = new HashMap<>();
    Map<String, List<Integer>> shapes = new LinkedHashMap<>(inputs);
    inputs.keySet().forEach(name -> standsFor.put(name, name));
    List<Node> nodes = new ArrayList<>();
    for (KerasLayer layer : graph.layers()) {
      if (layer.type().equals(GraphReader.INPUT)) {
        continue;
      }
      List<String> inbound = layer.inbound().stream().map(standsFor::get).toList();
      Step step = translator.translate(layer, inbound.stream().map(shapes::get).toList());
      if (step instanceof Step.Nothing) {
        standsFor.put(layer.name(), inbound.get(0));
      } else {
        standsFor.put(layer.name(), layer.name());
        shapes.put(layer.name(), step.shape());
        if (step instanceof Step.OfLayers several) {
          add(nodes, layer, several.layers(), inbound);
        } else {
          nodes.add(new Node(layer.name(), layer, step, inbound));
        }
      }
    }
    List<String> outputs = graph.outputs().stream().map(standsFor::get).distinct().toList();
    if (nodes.isEmpty() || outputs.stream().anyMatch(inputs::containsKey)) {
      throw faults.unsupported("an output of it is an input as it is");
    }
    return new Plan(inputs, nodes, outputs);
  }

  private static void add(
      List<Node> nodes, KerasLayer layer, List<Step.OfLayer> steps, List<String> inbound) {
    List<String> before = inbound;
    for (int i = 0; i < steps.size(); i++) {
      String name = i == steps.size() - 1 ? layer.name() : layer.name() + "/" + i;
      nodes.add(new Node(name, layer, steps.get(i), before));
      before = List.of(name);
    }
  }

  /** Whether every node takes the one before it, and the last is the only output. */
  boolean isChain() {
    String before = inputs.keySet().iterator().next();
    for (Node node : nodes) {
      if (!(node.step() instanceof Step.OfLayer) || !node.inbound().equals(List.of(before))) {
        return false;
      }
      before = node.name();
    }
    return inputs.size() == 1 && outputs.equals(List.of(before));
  }

  /**
   * Whether all values are vectors, and a layer or the way through them is none of a chain of dense
   * layers: of these Deeplearning4j's graphs make much more work than there is.
   */
  boolean isBetterComputedDirectly() {
    boolean vectors =
        inputs.values().stream().allMatch(shape -> shape.size() == 1)
            && nodes.stream().allMatch(node -> node.step().shape().size() == 1);
    boolean dense =
        nodes.stream()
            .allMatch(
                node ->
                    node.step() instanceof Step.OfLayer step
                        && (step.layer() instanceof DenseLayer
                            || step.layer() instanceof ActivationLayer));
    return vectors && !(dense && isChain());
  }
}
