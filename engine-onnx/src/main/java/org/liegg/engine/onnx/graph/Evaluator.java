package org.liegg.engine.onnx.graph;

import java.util.List;

/** Computes what depends on no sample. */
@FunctionalInterface
public interface Evaluator {

  /**
   * The elements of a tensor.
   *
   * @param graph whose precision is computed in
   * @param nodes what the tensor is computed by, in order
   * @param result the tensor
   */
  TensorData evaluate(Graph graph, List<Node> nodes, Tensor result);
}
