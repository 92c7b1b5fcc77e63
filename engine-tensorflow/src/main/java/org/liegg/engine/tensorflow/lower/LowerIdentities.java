package org.liegg.engine.tensorflow.lower;

import java.util.List;
import java.util.Set;
import org.liegg.engine.tensorflow.graph.ModelFaults;
import org.liegg.engine.tensorflow.graph.Nodes;
import org.liegg.engine.tensorflow.graph.OpCatalog;
import org.liegg.engine.tensorflow.graph.TensorName;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.NodeDef;

/** {@code lower-identities}: what passes tensors on becomes {@code Identity}, one a tensor. */
final class LowerIdentities extends NodeLowering {
  private static final Set<String> OPS =
      Set.of(
          "IdentityN",
          "PreventGradient",
          "Snapshot",
          "GuaranteeConst",
          "EnsureShape",
          "CheckNumerics",
          "PlaceholderWithDefault");

  LowerIdentities(ModelFaults faults) {
    super("lower-identities", faults);
  }

  @Override
  boolean wants(NodeDef node) {
    return OPS.contains(node.getOp());
  }

  @Override
  String lower(NodeDef node, NodeScope scope) {
    List<DataType> types = OpCatalog.registered().inputTypes(node);
    for (int i = 1; node.getOp().equals("IdentityN") && i < node.getInputCount(); i++) {
      String copy =
          scope.put(
              Nodes.node("", "Identity", node.getInput(i)).putAttr("T", Nodes.type(types.get(i))));
      scope.edit().redirect(new TensorName(node.getName(), i).text(), copy);
    }
    return node.getInput(0);
  }
}
