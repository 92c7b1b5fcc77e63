package org.liegg.engine.dl4j.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.samediff.SameDiffLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.graph.vertex.GraphVertex;
import org.deeplearning4j.nn.graph.vertex.VertexIndices;
import org.deeplearning4j.nn.graph.vertex.impl.LayerVertex;
import org.liegg.engine.dl4j.session.Text;

/** What a kernel does, in order: the vertices that an output depends on. */
final class GraphSteps {

  private GraphSteps() {}

  /**
   * One vertex.
   *
   * @param title how messages call it
   * @param node what it does
   * @param inputs where its inputs are among the values: first those of the graph, then those of
   *     the steps
   * @param varies whether it depends on an input that varies
   */
  record Step(String title, GraphNode node, int[] inputs, boolean varies) {}

  /** The steps, the last of which gives the output. */
  static List<Step> of(ComputationGraph graph, GraphPlan plan) {
    GraphVertex[] vertices = graph.getVertices();
    Set<Integer> needed = needed(graph, plan.output());
    Map<Integer, Integer> positions = new HashMap<>();
    Set<Integer> varying = new HashSet<>();
    for (int i = 0; i < plan.inputs().size(); i++) {
      int vertex = graph.getVertex(plan.inputs().get(i).name()).getVertexIndex();
      positions.put(vertex, i);
      if (plan.inputs().get(i).varies()) {
        varying.add(vertex);
      }
    }
    List<Step> steps = new ArrayList<>();
    for (int index : graph.topologicalSortOrder()) {
      GraphVertex vertex = vertices[index];
      if (vertex.isInputVertex() || !needed.contains(index)) {
        continue;
      }
      VertexIndices[] from = vertex.getInputVertices();
      int[] inputs = new int[from.length];
      boolean varies = false;
      for (int i = 0; i < from.length; i++) {
        inputs[i] = Objects.requireNonNull(positions.get(from[i].getVertexIndex()));
        varies |= varying.contains(from[i].getVertexIndex());
      }
      if (varies) {
        varying.add(index);
      }
      positions.put(index, plan.inputs().size() + steps.size());
      steps.add(new Step(title(vertex), node(vertex), inputs, varies));
    }
    return steps;
  }

  /** The vertices that an output depends on, itself included. */
  private static Set<Integer> needed(ComputationGraph graph, String output) {
    Set<Integer> needed = new HashSet<>();
    List<Integer> open = new ArrayList<>(List.of(graph.getVertex(output).getVertexIndex()));
    while (!open.isEmpty()) {
      int index = open.remove(open.size() - 1);
      VertexIndices[] inputs = graph.getVertices()[index].getInputVertices();
      if (needed.add(index) && inputs != null) {
        for (VertexIndices input : inputs) {
          open.add(input.getVertexIndex());
        }
      }
    }
    return needed;
  }

  private static GraphNode node(GraphVertex vertex) {
    if (vertex instanceof LayerVertex layer) {
      Layer conf = layer.getLayer().conf().getLayer();
      if (conf instanceof BatchNormalization) {
        return new BatchNormNode(layer);
      }
      return conf instanceof SameDiffLayer ? new SameDiffLayerNode(layer) : new LayerNode(layer);
    }
    return new VertexNode(vertex);
  }

  private static String title(GraphVertex vertex) {
    String kind =
        vertex.hasLayer()
            ? vertex.getLayer().conf().getLayer().getClass().getSimpleName()
            : vertex.getClass().getSimpleName();
    return "layer %s (%s)".formatted(Text.printable(vertex.getVertexName()), kind);
  }
}
