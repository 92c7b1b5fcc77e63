package org.liegg.engine.tensorflow.read;

import com.google.protobuf.ByteString;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.liegg.engine.tensorflow.graph.GraphEdit;
import org.liegg.engine.tensorflow.graph.InlineFunctions;
import org.liegg.engine.tensorflow.graph.Nodes;
import org.liegg.engine.tensorflow.graph.TensorName;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;

/**
 * Finds under which name a checkpoint holds each variable, by reading the part of the graph that
 * would restore them. It is read, not run: nothing of the file's graph but the model itself ever
 * is.
 */
final class RestoredNames {
  private static final Set<String> ASSIGNING = Set.of("Assign", "AssignVariableOp");

  private RestoredNames() {}

  /** The checkpoint's name by the name of the variable's node; only what could be found. */
  static Map<String, String> read(GraphDef graph, String restoreOp, InlineFunctions inlining) {
    GraphEdit edit = new GraphEdit(inlining.apply(reachable(graph, restoreOp)));
    Map<String, String> names = new HashMap<>();
    for (NodeDef node : edit.nodes()) {
      if (ASSIGNING.contains(node.getOp()) && node.getInputCount() >= 2) {
        Optional<String> key = key(edit, node.getInput(1));
        edit.origin(node.getInput(0))
            .ifPresent(variable -> key.ifPresent(name -> names.put(variable.getName(), name)));
      }
    }
    return names;
  }

  /** The name from which RestoreV2 reads the value of a tensor. */
  private static Optional<String> key(GraphEdit edit, String value) {
    String tensor = edit.resolve(value);
    Optional<NodeDef> producer = edit.producer(tensor);
    for (int steps = 0;
        steps < edit.size() && producer.isPresent() && Nodes.passesOn(producer.get());
        steps++) {
      tensor = edit.resolve(producer.get().getInput(0));
      producer = edit.producer(tensor);
    }
    if (producer.isEmpty()
        || !producer.get().getOp().equals("RestoreV2")
        || producer.get().getInputCount() < 2) {
      return Optional.empty();
    }
    int index = TensorName.of(tensor).index();
    return edit.origin(producer.get().getInput(1))
        .filter(names -> names.getOp().equals("Const"))
        .map(names -> names.getAttrOrThrow("value").getTensor())
        .filter(names -> index < names.getStringValCount())
        .map(names -> names.getStringVal(index))
        .map(ByteString::toStringUtf8);
  }

  private static GraphDef reachable(GraphDef graph, String from) {
    Map<String, NodeDef> nodes = new HashMap<>();
    graph.getNodeList().forEach(node -> nodes.put(node.getName(), node));
    Set<String> kept = new HashSet<>();
    Deque<String> open = new ArrayDeque<>();
    open.add(TensorName.nodeOf(from));
    while (!open.isEmpty()) {
      NodeDef node = nodes.get(open.remove());
      if (node != null && kept.add(node.getName())) {
        node.getInputList().forEach(input -> open.add(TensorName.nodeOf(input)));
      }
    }
    GraphDef.Builder part = graph.toBuilder().clearNode();
    graph.getNodeList().stream()
        .filter(node -> kept.contains(node.getName()))
        .forEach(part::addNode);
    return part.build();
  }
}
