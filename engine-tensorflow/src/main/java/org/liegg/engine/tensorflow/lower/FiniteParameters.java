package org.liegg.engine.tensorflow.lower;

import org.liegg.engine.tensorflow.graph.DataTypes;
import org.liegg.engine.tensorflow.graph.ModelFaults;
import org.liegg.engine.tensorflow.graph.Tensors;
import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.TensorProto;

/** Refuses parameters that no training that went well has left. */
final class FiniteParameters {

  private FiniteParameters() {}

  /**
   * Checks a variable.
   *
   * @throws org.liegg.api.ModelException naming the first NaN or infinity
   */
  static void requireFinite(String variable, TensorProto value, ModelFaults faults) {
    if (!DataTypes.isFloating(value.getDtype())) {
      return;
    }
    double[] numbers = Tensors.floats(value);
    for (int i = 0; i < numbers.length; i++) {
      if (!Double.isFinite(numbers[i])) {
        throw fault(variable, i, numbers, faults);
      }
    }
  }

  /**
   * Checks the constants of a graph, among which are the parameters of one that was frozen. Single
   * numbers and infinities are left alone: masks and bounds are made of them.
   *
   * @throws org.liegg.api.ModelException naming the first NaN
   */
  static void requireNumbers(GraphDef graph, ModelFaults faults) {
    for (NodeDef node : graph.getNodeList()) {
      TensorProto value =
          node.getAttrOrDefault("value", AttrValue.getDefaultInstance()).getTensor();
      if (!node.getOp().equals("Const")
          || !DataTypes.isFloating(value.getDtype())
          || value.getTensorShape().getDimCount() == 0) {
        continue;
      }
      double[] numbers = Tensors.floats(value);
      for (int i = 0; i < numbers.length; i++) {
        if (Double.isNaN(numbers[i])) {
          throw fault(node.getName(), i, numbers, faults);
        }
      }
    }
  }

  private static RuntimeException fault(String name, int at, double[] numbers, ModelFaults faults) {
    return faults.nonFinite(
        "parameter %d of %d of %s is %s".formatted(at + 1, numbers.length, name, numbers[at]),
        "train it again; its training diverged");
  }
}
