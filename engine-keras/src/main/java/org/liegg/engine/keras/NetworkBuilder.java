package org.liegg.engine.keras;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.LayerVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.liegg.engine.keras.read.KerasFaults;
import org.liegg.engine.keras.read.Weight;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * Builds the network of a plan, as a configuration and its parameters: of a chain that of a {@code
 * MultiLayerNetwork}, that of a graph otherwise.
 */
record NetworkBuilder(Plan plan, KerasFaults faults) {
  /** The network with its weights. */
  BuiltNetwork build() {
    ComputationGraphConfiguration graph = graph();
    Map<String, double[]> parameters = new LinkedHashMap<>();
    for (Plan.Node node : plan.nodes()) {
      if (graph.getVertices().get(node.name()) instanceof LayerVertex vertex) {
        Layer layer = vertex.getLayerConf().getLayer();
        parameters.put(node.name(), FlatParameters.of(node, layer));
      }
    }
    return plan.isChain()
        ? new BuiltNetwork.Chain(
            chain(graph), FlatParameters.joined(List.copyOf(parameters.values())))
        : new BuiltNetwork.Graph(graph, parameters);
  }

  /** Layers of a graph one after the other; the builder of such would wake the native library. */
  private MultiLayerConfiguration chain(ComputationGraphConfiguration graph) {
    List<NeuralNetConfiguration> layers = new ArrayList<>();
    MultiLayerConfiguration chain = new MultiLayerConfiguration();
    for (Plan.Node node : plan.nodes()) {
      LayerVertex vertex =
          (LayerVertex) Objects.requireNonNull(graph.getVertices().get(node.name()));
      if (vertex.getPreProcessor() != null) {
        chain.getInputPreProcessors().put(layers.size(), vertex.getPreProcessor());
      }
      layers.add(vertex.getLayerConf());
    }
    chain.setConfs(layers);
    chain.setDataType(graph.getDataType());
    return chain;
  }

  private ComputationGraphConfiguration graph() {
    GraphBuilder builder =
        configuration().graphBuilder().addInputs(List.copyOf(plan.inputs().keySet()));
    for (Plan.Node node : plan.nodes()) {
      add(builder, node);
    }
    InputType[] inputs = inputTypes();
    var configuration =
        builder.setOutputs(plan.outputs().toArray(String[]::new)).setInputTypes(inputs).build();
    Map<String, InputType> types = configuration.getLayerActivationTypes(inputs);
    for (Plan.Node node : plan.nodes()) {
      InputType type = types.get(node.name());
      if (type != null) {
        requireShape(node, type);
      }
    }
    return configuration;
  }

  private static void add(GraphBuilder builder, Plan.Node node) {
    String name = node.name();
    String[] inbound = node.inbound().toArray(String[]::new);
    if (node.step() instanceof Step.OfVertex step) {
      builder.addVertex(name, step.vertex(), inbound);
    } else if (node.step() instanceof Step.OfLayer step) {
      step.before()
          .ifPresentOrElse(
              before -> builder.addLayer(name, step.layer(), before, inbound),
              () -> builder.addLayer(name, step.layer(), inbound));
    }
  }

  private NeuralNetConfiguration.Builder configuration() {
    boolean twice =
        plan.nodes().stream()
            .filter(node -> node.step() instanceof Step.OfLayer)
            .flatMap(node -> ((Step.OfLayer) node.step()).parameters().values().stream())
            .anyMatch(Weight::isDouble);
    return new NeuralNetConfiguration.Builder().dataType(twice ? DataType.DOUBLE : DataType.FLOAT);
  }

  private InputType[] inputTypes() {
    return plan.inputs().entrySet().stream()
        .map(input -> InputTypes.of("input " + input.getKey(), input.getValue(), faults))
        .toArray(InputType[]::new);
  }

  /** Both libraries must see the same sizes; otherwise something was taken over wrongly. */
  private void requireShape(Plan.Node node, InputType type) {
    if (type.arrayElementsPerExample() != ShapeLayers.size(node.step().shape())) {
      throw faults.unsupported(
          "%s gives %s in Keras and %s in Deeplearning4j"
              .formatted(node.layer().label(), node.step().shape(), type));
    }
  }
}
