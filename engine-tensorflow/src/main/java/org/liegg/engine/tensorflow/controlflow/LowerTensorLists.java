package org.liegg.engine.tensorflow.controlflow;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.liegg.engine.tensorflow.graph.GraphEdit;
import org.liegg.engine.tensorflow.graph.GraphPass;
import org.liegg.engine.tensorflow.graph.ModelFaults;
import org.liegg.engine.tensorflow.graph.Nodes;
import org.liegg.engine.tensorflow.graph.TensorName;
import org.liegg.engine.tensorflow.graph.Tensors;
import org.liegg.engine.tensorflow.graph.Topology;
import org.liegg.engine.tensorflow.runtime.ConstantValues;
import org.liegg.engine.tensorflow.runtime.Shapes;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.TensorProto;

/**
 * {@code lower-tensor-lists}: follows the lists that loops read and fill, once the loops are
 * written out, and connects what is put in with what is taken out.
 */
public final class LowerTensorLists implements GraphPass {
  private static final int MAX_ELEMENTS = 100_000;

  private final ModelFaults faults;

  public LowerTensorLists(ModelFaults faults) {
    this.faults = faults;
  }

  @Override
  public String name() {
    return "lower-tensor-lists";
  }

  @Override
  public GraphDef apply(GraphDef graph) {
    boolean lists =
        graph.getNodeList().stream()
            .map(NodeDef::getOp)
            .anyMatch(op -> op.startsWith("TensorList") || op.equals("EmptyTensorList"));
    return lists ? new Rewriting(graph).run() : graph;
  }

  /** One graph on its way. */
  private final class Rewriting {
    private final GraphDef graph;
    private final GraphEdit edit;
    private final Map<String, TensorProto> known;

    /** The elements of each list by the tensor that is its handle; null for one not set. */
    private final Map<String, List<@Nullable String>> lists = new HashMap<>();

    Rewriting(GraphDef graph) {
      this.graph = graph;
      this.edit = new GraphEdit(graph);
      Set<String> wanted = new LinkedHashSet<>();
      for (NodeDef node : graph.getNodeList()) {
        if (node.getOp().startsWith("TensorList") || node.getOp().equals("EmptyTensorList")) {
          wanted.addAll(node.getInputList());
        }
      }
      known = new ConstantValues(graph, faults).of(wanted);
    }

    GraphDef run() {
      try (Shapes shapes = new Shapes(graph, faults)) {
        for (NodeDef node : Topology.order(graph)) {
          follow(node, shapes);
        }
      }
      return edit.build();
    }

    private void follow(NodeDef node, Shapes shapes) {
      List<String> inputs = Nodes.tensors(node);
      switch (node.getOp()) {
        case "Identity" ->
            list(inputs.get(0)).ifPresent(elements -> lists.put(node.getName(), elements));
        case "EmptyTensorList" -> lists.put(node.getName(), List.of());
        case "TensorListReserve" ->
            integer(inputs.get(1))
                .ifPresent(size -> lists.put(node.getName(), Collections.nCopies(size, null)));
        case "TensorListFromTensor" -> unpacked(node, shapes);
        case "TensorListSetItem" -> set(node, inputs);
        case "TensorListGetItem" -> {
          Optional<Integer> index = integer(inputs.get(1));
          list(inputs.get(0))
              .filter(
                  elements ->
                      index.isPresent() && index.get() >= 0 && index.get() < elements.size())
              .ifPresent(elements -> take(node, 0, elements.get(index.get()), elements));
        }
        case "TensorListPushBack" ->
            list(inputs.get(0))
                .ifPresent(
                    elements -> lists.put(node.getName(), appended(elements, inputs.get(1))));
        case "TensorListPopBack" ->
            list(inputs.get(0))
                .filter(elements -> !elements.isEmpty())
                .ifPresent(elements -> pop(node, elements));
        case "TensorListResize" ->
            integer(inputs.get(1))
                .ifPresent(
                    size ->
                        list(inputs.get(0))
                            .ifPresent(e -> lists.put(node.getName(), resized(e, size))));
        case "TensorListLength" ->
            list(inputs.get(0))
                .ifPresent(
                    elements ->
                        edit.put(Nodes.constant(node.getName(), Tensors.ints(elements.size()))));
        case "TensorListStack" ->
            list(inputs.get(0)).ifPresent(elements -> joined(node, elements, "Pack"));
        case "TensorListConcat", "TensorListConcatV2" ->
            list(inputs.get(0)).ifPresent(elements -> joined(node, elements, "ConcatV2"));
        default -> {}
      }
    }

    private void unpacked(NodeDef node, Shapes shapes) {
      long[] shape = shapes.find(node.getInput(0)).orElse(new long[0]);
      if (shape.length == 0 || shape[0] < 0 || shape[0] > MAX_ELEMENTS) {
        return;
      }
      String parts = edit.fresh(node.getName() + "/Unpack");
      edit.put(
          Nodes.node(parts, "Unpack", node.getInput(0))
              .putAttr("T", node.getAttrOrThrow("element_dtype"))
              .putAttr("num", Nodes.integer(shape[0]))
              .putAttr("axis", Nodes.integer(0))
              .build());
      List<@Nullable String> elements = new ArrayList<>();
      for (int i = 0; i < shape[0]; i++) {
        elements.add(new TensorName(parts, i).text());
      }
      lists.put(node.getName(), elements);
    }

    private void set(NodeDef node, List<String> inputs) {
      Optional<Integer> index = integer(inputs.get(1));
      Optional<List<@Nullable String>> before = list(inputs.get(0));
      if (index.isEmpty() || before.isEmpty() || index.get() < 0 || index.get() > MAX_ELEMENTS) {
        return;
      }
      List<@Nullable String> elements =
          resized(before.get(), Math.max(before.get().size(), index.get() + 1));
      elements.set(index.get(), inputs.get(2));
      lists.put(node.getName(), elements);
    }

    private void pop(NodeDef node, List<@Nullable String> elements) {
      int last = elements.size() - 1;
      lists.put(node.getName(), elements.subList(0, last));
      take(node, 1, elements.get(last), elements);
    }

    private void take(
        NodeDef node, int output, @Nullable String element, List<@Nullable String> elements) {
      String taken = element == null ? zeros(node, elements) : element;
      if (taken != null) {
        edit.redirect(new TensorName(node.getName(), output).text(), taken);
      }
    }

    /** An element that was never set is 0. */
    private @Nullable String zeros(NodeDef node, List<@Nullable String> elements) {
      String like = elements.stream().filter(Objects::nonNull).findFirst().orElse(null);
      if (like == null) {
        return null;
      }
      String zeros = edit.fresh(node.getName() + "/ZerosLike");
      edit.put(
          Nodes.node(zeros, "ZerosLike", like)
              .putAttr("T", node.getAttrOrThrow("element_dtype"))
              .build());
      return zeros;
    }

    private void joined(NodeDef node, List<@Nullable String> elements, String op) {
      List<String> all = new ArrayList<>();
      for (String element : elements) {
        String present = element == null ? zeros(node, elements) : element;
        if (present == null) {
          return;
        }
        all.add(present);
      }
      if (all.isEmpty()) {
        return;
      }
      String joined = edit.fresh(node.getName() + "/" + op);
      NodeDef.Builder builder =
          NodeDef.newBuilder()
              .setName(joined)
              .setOp(op)
              .addAllInput(all)
              .putAttr("T", node.getAttrOrThrow("element_dtype"))
              .putAttr("N", Nodes.integer(all.size()));
      if (op.equals("Pack")) {
        builder.putAttr("axis", Nodes.integer(0));
      } else {
        String axis = edit.fresh(node.getName() + "/axis");
        edit.put(Nodes.constant(axis, Tensors.ints(0)));
        builder.addInput(axis).putAttr("Tidx", Nodes.type(DataType.DT_INT32));
      }
      edit.put(builder.build());
      edit.redirect(node.getName(), joined);
    }

    private Optional<List<@Nullable String>> list(String handle) {
      return Optional.ofNullable(lists.get(TensorName.of(handle).text()));
    }

    private Optional<Integer> integer(String tensor) {
      return Optional.ofNullable(known.get(TensorName.of(tensor).text()))
          .filter(value -> value.getDtype() == DataType.DT_INT32)
          .map(value -> Tensors.integers(value)[0])
          .filter(value -> value <= MAX_ELEMENTS)
          .map(Long::intValue);
    }
  }

  private static List<@Nullable String> appended(List<@Nullable String> elements, String element) {
    List<@Nullable String> all = new ArrayList<>(elements);
    all.add(element);
    return all;
  }

  private static List<@Nullable String> resized(List<@Nullable String> elements, int size) {
    List<@Nullable String> all =
        new ArrayList<>(elements.subList(0, Math.min(size, elements.size())));
    while (all.size() < size) {
      all.add(null);
    }
    return all;
  }
}
