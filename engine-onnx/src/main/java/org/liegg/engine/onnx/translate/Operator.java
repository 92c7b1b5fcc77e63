package org.liegg.engine.onnx.translate;

import java.util.List;
import org.liegg.engine.onnx.graph.Tensor;

/** What an operator of ONNX means, in operations that can be differentiated. */
@FunctionalInterface
public interface Operator {

  /**
   * Adds what a node computes to the graph.
   *
   * @return what it makes, in the order of its outputs; those that nobody takes may be missing at
   *     the end
   * @throws org.liegg.engine.onnx.graph.GraphException if the node asks for what is not known, or
   *     contradicts itself
   */
  List<Tensor> apply(Call call);
}
