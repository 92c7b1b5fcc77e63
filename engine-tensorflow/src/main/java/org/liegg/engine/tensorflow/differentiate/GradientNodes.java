package org.liegg.engine.tensorflow.differentiate;

import java.util.List;
import org.liegg.engine.tensorflow.graph.Nodes;
import org.liegg.engine.tensorflow.graph.TensorName;
import org.liegg.engine.tensorflow.graph.Tensors;
import org.liegg.engine.tensorflow.target.ModelTarget;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;

/**
 * Adds to a graph what gradients start from: its output as {@code samples × k}, and for each of
 * some slots a seed that is 1 for the output picked at run time and 0 for all others.
 */
final class GradientNodes {
  /** The outputs, {@code samples × k}. */
  static final String FLAT = "liegg_flat";

  /** Which output each slot takes, {@code slots}, int32. */
  static final String PICK = "liegg_pick";

  /** One slot, and a pick for every row in place of one for the slot. */
  static final int EACH_ROW = -1;

  private static final String ZEROS = "liegg_zeros";
  private static final String ROWS = "liegg_rows";

  private GradientNodes() {}

  /** The seed of a slot, {@code samples × k}. */
  static String seed(int slot) {
    return "liegg_seed_" + slot;
  }

  /**
   * Adds them.
   *
   * @param slots how many; {@link #EACH_ROW} for one whose output is picked for every row
   */
  static GraphDef added(GraphDef graph, DataType type, int outputs, int slots) {
    boolean eachRow = slots == EACH_ROW;
    GraphDef.Builder builder = graph.toBuilder();
    builder.addNode(Nodes.constant("liegg_shape", Tensors.vector(-1, outputs)));
    builder.addNode(
        typed("Reshape", FLAT, type, ModelTarget.ROOT, "liegg_shape")
            .putAttr("Tshape", Nodes.type(DataType.DT_INT32)));
    builder.addNode(
        Nodes.node(PICK, "Placeholder")
            .putAttr("dtype", Nodes.type(DataType.DT_INT32))
            .putAttr("shape", Nodes.shape(List.of(eachRow ? -1 : slots))));
    builder.addNode(Nodes.constant("liegg_depth", Tensors.ints(outputs)));
    builder.addNode(Nodes.constant("liegg_on", Tensors.scalar(type, 1)));
    builder.addNode(Nodes.constant("liegg_off", Tensors.scalar(type, 0)));
    builder.addNode(
        typed("OneHot", "liegg_picked", type, PICK, "liegg_depth", "liegg_on", "liegg_off")
            .putAttr("TI", Nodes.type(DataType.DT_INT32))
            .putAttr("axis", Nodes.integer(-1)));
    if (eachRow) {
      return builder.addNode(Nodes.identity(seed(0), "liegg_picked", type)).build();
    }
    builder.addNode(
        typed("Unpack", ROWS, type, "liegg_picked")
            .putAttr("num", Nodes.integer(slots))
            .putAttr("axis", Nodes.integer(0)));
    builder.addNode(typed("ZerosLike", ZEROS, type, FLAT));
    for (int slot = 0; slot < slots; slot++) {
      builder.addNode(typed("AddV2", seed(slot), type, ZEROS, new TensorName(ROWS, slot).text()));
    }
    return builder.build();
  }

  private static NodeDef.Builder typed(String op, String name, DataType type, String... inputs) {
    return Nodes.node(name, op, inputs).putAttr("T", Nodes.type(type));
  }
}
