package org.liegg.engine.tensorflow.lower;

import org.liegg.engine.tensorflow.graph.ModelFaults;
import org.tensorflow.proto.NodeDef;

/**
 * {@code lower-log-softmax}: x − m − log Σ exp(x − m), m the largest of x. The gradient that
 * TensorFlow has is right for two axes alone, and silently wrong for others.
 */
final class LowerLogSoftmax extends NodeLowering {

  LowerLogSoftmax(ModelFaults faults) {
    super("lower-log-softmax", faults);
  }

  @Override
  boolean wants(NodeDef node) {
    return node.getOp().equals("LogSoftmax");
  }

  @Override
  String lower(NodeDef node, NodeScope scope) {
    // The result does not depend on m, so that nothing flows through it.
    String largest = scope.op("StopGradient", scope.reduced("Max", scope.input(0), -1));
    String shifted = scope.op("Sub", scope.input(0), largest);
    String sum = scope.reduced("Sum", scope.op("Exp", shifted), -1);
    return scope.op("Sub", shifted, scope.op("Log", sum));
  }
}
