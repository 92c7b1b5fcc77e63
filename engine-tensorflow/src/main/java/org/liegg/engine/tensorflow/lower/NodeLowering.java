package org.liegg.engine.tensorflow.lower;

import org.liegg.engine.tensorflow.graph.GraphEdit;
import org.liegg.engine.tensorflow.graph.GraphPass;
import org.liegg.engine.tensorflow.graph.ModelFaults;
import org.liegg.engine.tensorflow.graph.Nodes;
import org.liegg.engine.tensorflow.graph.OpCatalog;
import org.liegg.engine.tensorflow.runtime.Shapes;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;

/**
 * A pass that replaces nodes of some kinds by others that compute the same and have right
 * gradients.
 */
abstract class NodeLowering implements GraphPass {
  private final String name;
  private final ModelFaults faults;

  NodeLowering(String name, ModelFaults faults) {
    this.name = name;
    this.faults = faults;
  }

  /** Whether a node is to be replaced. */
  abstract boolean wants(NodeDef node);

  /** Adds what replaces a node; returns the tensor that stands for its first output. */
  abstract String lower(NodeDef node, NodeScope scope);

  final ModelFaults faults() {
    return faults;
  }

  @Override
  public final String name() {
    return name;
  }

  @Override
  public final GraphDef apply(GraphDef graph) {
    if (graph.getNodeList().stream().noneMatch(this::wants)) {
      return graph;
    }
    GraphEdit edit = new GraphEdit(graph);
    OpCatalog catalog = OpCatalog.registered();
    try (Shapes shapes = new Shapes(graph, faults)) {
      for (NodeDef node : edit.nodes()) {
        if (wants(node)) {
          NodeDef filled = catalog.filled(node);
          DataType type = Nodes.type(filled, filled.containsAttr("Tparams") ? "Tparams" : "T");
          String result = lower(filled, new NodeScope(edit, filled, type, shapes));
          DataType first = catalog.outputTypes(filled).get(0);
          edit.put(Nodes.identity(node.getName(), result, first));
        }
      }
    }
    return edit.build();
  }
}
