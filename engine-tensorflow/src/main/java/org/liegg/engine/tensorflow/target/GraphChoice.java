package org.liegg.engine.tensorflow.target;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.liegg.api.ModelOptions;
import org.liegg.engine.tensorflow.graph.DataTypes;
import org.liegg.engine.tensorflow.graph.GraphEdit;
import org.liegg.engine.tensorflow.graph.ModelFaults;
import org.liegg.engine.tensorflow.graph.OpCatalog;
import org.liegg.engine.tensorflow.graph.PruneToOutputs;
import org.liegg.engine.tensorflow.graph.TensorName;
import org.liegg.engine.tensorflow.read.Port;
import org.liegg.engine.tensorflow.read.Signature;
import org.liegg.engine.tensorflow.read.SourceModel;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.TensorShapeProto;

/**
 * Which tensors of a graph without signatures are meant: the ones that are named, and without names
 * the only placeholder of numbers and the only tensor that nothing reads.
 *
 * @param model that has the graph
 * @param graph all that it may take and give
 * @param edit looks nodes up
 * @param faults words what is wrong with the model
 */
record GraphChoice(SourceModel model, Signature graph, GraphEdit edit, ModelFaults faults) {
  /** Following more of them through the graph would take longer than naming one. */
  private static final int MAX_SINKS = 64;

  static GraphChoice of(SourceModel model, ModelFaults faults) {
    return new GraphChoice(model, model.signatures().get(0), new GraphEdit(model.graph()), faults);
  }

  /**
   * Finds the output, and the placeholders that it is computed from.
   *
   * @throws org.liegg.api.ModelException listing what there is, if a tensor is not there, or not
   *     named where there are several
   */
  ModelTarget choose(ModelOptions options) {
    TensorName output =
        options.output().map(this::named).orElseGet(() -> TensorName.of(onlyOutput(options)));
    List<Port> inputs = inputs(output, options);
    String label = options.output().orElse(output.node());
    Port port = new Port(label, output.text(), type(output).orElseThrow(), unknown());
    OutputChoice.requireNumbers(port.type(), label, faults);
    Signature cut = new Signature("", inputs, List.of(port));
    return new ModelTarget(
        ModelBody.of(model, cut, faults), ModelBody.output(0), port.type(), label);
  }

  private TensorName named(String wanted) {
    TensorName tensor = TensorName.of(wanted);
    if (type(tensor).isEmpty()) {
      throw faults.noSuch("LIEGG-MODEL-NO-OUTPUT", "tensor", wanted, graph.outputNames());
    }
    return tensor;
  }

  private String onlyOutput(ModelOptions options) {
    List<String> computed = computed();
    if (computed.size() != 1) {
      throw open(graph.inputNames(), options);
    }
    return computed.get(0);
  }

  /** The tensors that nothing reads and that follow from placeholders: no initialiser, no saver. */
  private List<String> computed() {
    if (graph.outputs().size() > MAX_SINKS) {
      return graph.outputNames();
    }
    return graph.outputs().stream()
        .filter(
            port ->
                reached(TensorName.of(port.tensor())).stream()
                    .anyMatch(graph.inputNames()::contains))
        .map(Port::name)
        .toList();
  }

  private List<Port> inputs(TensorName output, ModelOptions options) {
    Set<String> reached = reached(output);
    if (options.input().isPresent()) {
      String named = TensorName.of(options.input().get()).node();
      return graph.inputs().stream()
          .filter(
              port ->
                  port.name().equals(named) || (reached.contains(port.name()) && !hasDefault(port)))
          .toList();
    }
    List<Port> numbers =
        graph.inputs().stream()
            .filter(port -> reached.contains(port.name()) && DataTypes.isFloating(port.type()))
            .toList();
    List<Port> needed = numbers.stream().filter(port -> !hasDefault(port)).toList();
    List<Port> taken = needed.isEmpty() ? numbers : needed;
    boolean only =
        taken.size() == 1
            && graph.inputs().stream()
                .filter(port -> reached.contains(port.name()) && !hasDefault(port))
                .allMatch(taken::contains);
    if (!only) {
      throw open(
          graph.inputNames().stream().filter(reached::contains).collect(Collectors.toList()),
          options);
    }
    return taken;
  }

  /** The nodes that an output is computed from. */
  private Set<String> reached(TensorName output) {
    return new PruneToOutputs(List.of(output.text()))
        .apply(edit.build()).getNodeList().stream()
            .map(NodeDef::getName)
            .collect(Collectors.toSet());
  }

  private boolean hasDefault(Port port) {
    return edit.find(port.tensor())
        .filter(node -> node.getOp().equals("PlaceholderWithDefault"))
        .isPresent();
  }

  private RuntimeException open(List<String> inputs, ModelOptions options) {
    List<String> missing = new ArrayList<>();
    if (options.input().isEmpty() && graph.inputs().size() != 1) {
      missing.add("--input " + example(inputs));
    }
    if (options.output().isEmpty() && computed().size() != 1) {
      missing.add("--output " + example(graph.outputNames()));
    }
    return faults.of(
        "LIEGG-MODEL-TENSORS",
        "a graph does not say what goes in and what comes out; its placeholders are %s, what"
                .formatted(ModelFaults.listed(inputs))
            + " nothing reads is %s".formatted(ModelFaults.listed(graph.outputNames())),
        missing.isEmpty()
            ? "name a tensor that is computed from a placeholder: --output NAME"
            : "name them: " + String.join(" ", missing));
  }

  private static String example(List<String> names) {
    return names.isEmpty() ? "NAME" : names.get(names.size() - 1);
  }

  private Optional<DataType> type(TensorName tensor) {
    return edit.find(tensor.node())
        .map(OpCatalog.registered()::filled)
        .map(OpCatalog.registered()::outputTypes)
        .filter(types -> tensor.index() < types.size())
        .map(types -> types.get(tensor.index()));
  }

  private static TensorShapeProto unknown() {
    return TensorShapeProto.getDefaultInstance();
  }
}
