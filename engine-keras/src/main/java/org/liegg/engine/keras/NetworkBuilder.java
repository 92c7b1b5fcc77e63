package org.liegg.engine.keras;

import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.liegg.engine.keras.read.KerasFaults;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Builds the network of a plan: a {@code MultiLayerNetwork} of a chain, a graph otherwise. */
record NetworkBuilder(Plan plan, KerasFaults faults) {
  /** The network with its weights. */
  Model build() {
    return plan.isChain() ? chain() : graph();
  }

  private MultiLayerNetwork chain() {
    var builder = configuration().list();
    InputType input = inputTypes()[0];
    for (int i = 0; i < plan.nodes().size(); i++) {
      Plan.Node node = plan.nodes().get(i);
      Step.OfLayer step = (Step.OfLayer) node.step();
      step.layer().setLayerName(node.name());
      builder.layer(i, step.layer());
      int index = i;
      step.before().ifPresent(before -> builder.inputPreProcessor(index, before));
    }
    var configuration = builder.setInputType(input).build();
    List<InputType> types = configuration.getLayerActivationTypes(input);
    for (int i = 0; i < types.size(); i++) {
      requireShape(plan.nodes().get(i), types.get(i));
    }
    MultiLayerNetwork network = new MultiLayerNetwork(configuration);
    network.init();
    for (int i = 0; i < plan.nodes().size(); i++) {
      assign(plan.nodes().get(i), network.getLayer(i));
    }
    return network;
  }

  private ComputationGraph graph() {
    GraphBuilder builder =
        configuration().graphBuilder().addInputs(List.copyOf(plan.inputs().keySet()));
    for (Plan.Node node : plan.nodes()) {
      add(builder, node);
    }
    InputType[] inputs = inputTypes();
    var configuration =
        builder.setOutputs(plan.outputs().toArray(String[]::new)).setInputTypes(inputs).build();
    Map<String, InputType> types = configuration.getLayerActivationTypes(inputs);
    ComputationGraph network = new ComputationGraph(configuration);
    network.init();
    for (Plan.Node node : plan.nodes()) {
      InputType type = types.get(node.name());
      if (type != null) {
        requireShape(node, type);
      }
      if (node.step() instanceof Step.OfLayer) {
        assign(node, network.getLayer(node.name()));
      }
    }
    return network;
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
            .anyMatch(array -> array.dataType() == DataType.DOUBLE);
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

  private void assign(Plan.Node node, Layer layer) {
    Map<String, INDArray> parameters = ((Step.OfLayer) node.step()).parameters();
    if (!layer.paramTable().keySet().equals(parameters.keySet())) {
      throw new IllegalStateException(
          "%s has %s, not %s"
              .formatted(node.layer().label(), layer.paramTable().keySet(), parameters.keySet()));
    }
    parameters.forEach(
        (name, value) -> {
          INDArray target = layer.getParam(name);
          target.assign(value.reshape(target.shape()).castTo(target.dataType()));
        });
  }
}
