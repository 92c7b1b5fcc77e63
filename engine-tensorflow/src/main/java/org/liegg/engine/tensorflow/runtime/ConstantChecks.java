package org.liegg.engine.tensorflow.runtime;

import java.util.List;
import java.util.Set;
import org.liegg.engine.tensorflow.graph.ModelFaults;
import org.liegg.engine.tensorflow.graph.NestedValues;
import org.liegg.engine.tensorflow.graph.Tensors;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.FunctionDef;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.TensorProto;

/**
 * Looks at the tensors that a graph holds. A few bytes may claim to be a constant of any size,
 * which native code would make room for, or a handle to something that was made elsewhere.
 */
final class ConstantChecks {
  private static final long MAX_NUMBERS = 1L << 27;

  private static final Set<DataType> HANDLES =
      Set.of(
          DataType.DT_RESOURCE,
          DataType.DT_VARIANT,
          DataType.DT_RESOURCE_REF,
          DataType.DT_VARIANT_REF);

  private final ModelFaults faults;
  private long unwritten;

  ConstantChecks(ModelFaults faults) {
    this.faults = faults;
  }

  /**
   * Checks graph and library.
   *
   * @throws org.liegg.api.ModelException naming the node of a tensor that is none of numbers or
   *     words, or is larger than it may be
   */
  void require(GraphDef graph) {
    graph.getNodeList().forEach(this::require);
    for (FunctionDef function : graph.getLibrary().getFunctionList()) {
      function.getNodeDefList().forEach(this::require);
      require("of function " + function.getSignature().getName(), NestedValues.of(function));
    }
  }

  private void require(NodeDef node) {
    require(node.getName(), NestedValues.of(node));
  }

  private void require(String name, NestedValues values) {
    List<TensorProto> tensors = values.tensors();
    for (TensorProto tensor : tensors) {
      if (HANDLES.contains(tensor.getDtype())
          || tensor.getResourceHandleValCount() > 0
          || tensor.getVariantValCount() > 0) {
        throw faults.untrusted(
            "its constant %s is of type %s, and no number".formatted(name, tensor.getDtype()));
      }
      long count = Tensors.count(tensor.getTensorShape());
      if (count < 0 || count > MAX_NUMBERS) {
        throw faults.tooLarge(
            "constant %s says that it has %s numbers"
                .formatted(name, count < 0 ? "more than 2⁶³" : count));
      }
      unwritten += Math.max(0, count - tensor.getSerializedSize());
      if (unwritten > MAX_NUMBERS) {
        throw faults.tooLarge(
            "its constants, to %s, say that they have %d numbers that are not written"
                .formatted(name, unwritten));
      }
    }
  }
}
