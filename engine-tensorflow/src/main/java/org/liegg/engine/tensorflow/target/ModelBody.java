package org.liegg.engine.tensorflow.target;

import java.util.ArrayList;
import java.util.List;
import org.liegg.engine.tensorflow.graph.GraphEdit;
import org.liegg.engine.tensorflow.graph.InlineFunctions;
import org.liegg.engine.tensorflow.graph.ModelFaults;
import org.liegg.engine.tensorflow.graph.Nodes;
import org.liegg.engine.tensorflow.graph.OpCatalog;
import org.liegg.engine.tensorflow.graph.PruneToOutputs;
import org.liegg.engine.tensorflow.graph.TensorName;
import org.liegg.engine.tensorflow.read.Port;
import org.liegg.engine.tensorflow.read.Signature;
import org.liegg.engine.tensorflow.read.SourceModel;
import org.liegg.engine.tensorflow.runtime.RuntimeGate;
import org.tensorflow.proto.GraphDef;

/**
 * What a signature computes, as one flat graph: its inputs are placeholders, functions are inlined,
 * and nothing else is left.
 *
 * @param graph nodes, and the functions that loops and branches call
 * @param signature whose body it is
 */
public record ModelBody(GraphDef graph, Signature signature) {

  /** The placeholder of an input. */
  static String input(int index) {
    return "liegg_input_" + index;
  }

  /** The tensor of an output. */
  static String output(int index) {
    return "liegg_output_" + index;
  }

  /** Whether a node was put there to mark an input or an output. */
  static boolean isMark(String node) {
    return node.startsWith("liegg_");
  }

  /**
   * Cuts a signature out of a model.
   *
   * @throws org.liegg.api.ModelException if the signature names tensors that are not there, or is
   *     computed with operations that may not be run
   */
  static ModelBody of(SourceModel model, Signature signature, ModelFaults faults) {
    GraphEdit edit = new GraphEdit(model.graph());
    List<String> roots = new ArrayList<>();
    for (int i = 0; i < signature.outputs().size(); i++) {
      Port port = signature.outputs().get(i);
      require(edit, port, faults);
      edit.put(Nodes.identity(output(i), port.tensor(), port.type()));
      roots.add(output(i));
    }
    for (int i = 0; i < signature.inputs().size(); i++) {
      Port port = signature.inputs().get(i);
      require(edit, port, faults);
      edit.put(
          Nodes.node(input(i), "Placeholder").putAttr("dtype", Nodes.type(port.type())).build());
      edit.redirect(port.tensor(), input(i));
      roots.add(input(i));
    }
    PruneToOutputs prune = new PruneToOutputs(roots);
    GraphDef own = prune.apply(edit.build());
    GraphDef flat = prune.apply(new InlineFunctions(OpCatalog.registered(), faults).apply(own));
    return new ModelBody(RuntimeGate.admitted(flat, faults), signature);
  }

  private static void require(GraphEdit edit, Port port, ModelFaults faults) {
    if (edit.find(TensorName.nodeOf(port.tensor())).isEmpty()) {
      throw faults.corrupt(
          "its signature names tensor %s, which the graph does not have".formatted(port.tensor()));
    }
  }
}
