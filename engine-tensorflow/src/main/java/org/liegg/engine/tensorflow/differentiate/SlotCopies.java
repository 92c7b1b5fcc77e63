package org.liegg.engine.tensorflow.differentiate;

import java.util.List;
import java.util.Set;
import org.liegg.engine.tensorflow.graph.TensorName;
import org.liegg.engine.tensorflow.graph.Topology;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;

/**
 * Copies the gradient of one slot for all others. Only what depends on the slot's seed is copied:
 * all slots share the rest, and differentiating once is faster than once a slot.
 */
final class SlotCopies {
  /** What the names of gradient nodes begin with. */
  static final String PREFIX = "liegg_gradients";

  private SlotCopies() {}

  /** A graph with the gradient of slot 0, and copies of it for the others. */
  static GraphDef of(GraphDef graph, int slots) {
    List<NodeDef> ordered = Topology.order(graph);
    Set<String> own = Topology.downstream(ordered, Set.of(GradientNodes.seed(0)));
    GraphDef.Builder copied = graph.toBuilder();
    for (int slot = 1; slot < slots; slot++) {
      for (NodeDef node : ordered) {
        if (own.contains(node.getName()) && !node.getName().equals(GradientNodes.seed(0))) {
          copied.addNode(copy(node, own, slot));
        }
      }
    }
    return copied.build();
  }

  /** What a tensor of slot 0 is called in another. */
  static String name(String tensor, int slot) {
    if (slot == 0) {
      return tensor;
    }
    return TensorName.nodeOf(tensor).equals(GradientNodes.seed(0))
        ? GradientNodes.seed(slot)
        : "liegg_slot_%d/%s".formatted(slot, tensor);
  }

  private static NodeDef copy(NodeDef node, Set<String> own, int slot) {
    NodeDef.Builder copy = node.toBuilder().setName(name(node.getName(), slot)).clearInput();
    for (String input : node.getInputList()) {
      String producer = TensorName.nodeOf(input);
      if (!own.contains(producer)) {
        copy.addInput(input);
      } else if (TensorName.isControl(input)) {
        copy.addInput("^" + name(producer, slot));
      } else {
        copy.addInput(name(input, slot));
      }
    }
    return copy.build();
  }
}
