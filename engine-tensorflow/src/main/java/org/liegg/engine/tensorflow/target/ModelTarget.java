package org.liegg.engine.tensorflow.target;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.liegg.api.ModelOptions;
import org.liegg.engine.tensorflow.graph.ControlFlow;
import org.liegg.engine.tensorflow.graph.GraphEdit;
import org.liegg.engine.tensorflow.graph.Nodes;
import org.liegg.engine.tensorflow.graph.PruneToOutputs;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;

/**
 * What is differentiated.
 *
 * @param body the signature's computation
 * @param tensor the tensor that is taken as the output
 * @param type of its numbers
 * @param label how reports call it
 */
public record ModelTarget(ModelBody body, String tensor, DataType type, String label) {
  private static final Set<String> ACTIVATIONS = Set.of("Softmax", "LogSoftmax", "Sigmoid");

  /** The only tensor that a graph is cut down to. */
  public static final String ROOT = "liegg_root";

  /** The same without the activation at its end, where the head starts from logits. */
  public ModelTarget under(ModelOptions options) {
    if (!options.fromLogits()) {
      return this;
    }
    return ending().map(node -> new ModelTarget(body, node.getInput(0), type, label)).orElse(this);
  }

  /** What it ends in, where that is an activation that saturates. */
  public Optional<String> activation() {
    return ending().map(node -> node.getOp().toLowerCase(Locale.ROOT));
  }

  private Optional<NodeDef> ending() {
    return new GraphEdit(body.graph())
        .origin(tensor)
        .filter(node -> ACTIVATIONS.contains(node.getOp()));
  }

  /** The graph that computes the tensor, as {@link #ROOT}, from the placeholders. */
  public GraphDef graph() {
    GraphEdit edit = new GraphEdit(body.graph());
    edit.put(Nodes.identity(ROOT, tensor, type));
    return new PruneToOutputs(roots(body.signature().inputs().size())).apply(edit.build());
  }

  /** What a graph of so many inputs is kept for. */
  public static List<String> roots(int inputs) {
    List<String> roots = new java.util.ArrayList<>(List.of(ROOT));
    for (int i = 0; i < inputs; i++) {
      roots.add(ModelBody.input(i));
    }
    return roots;
  }

  /** Whether loops or branches are left in a graph. */
  public static boolean hasControlFlow(GraphDef graph) {
    return graph.getNodeList().stream().map(NodeDef::getOp).anyMatch(ControlFlow::isStructured);
  }
}
