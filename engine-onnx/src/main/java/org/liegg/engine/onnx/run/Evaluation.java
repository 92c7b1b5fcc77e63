package org.liegg.engine.onnx.run;

import java.util.List;
import org.liegg.engine.onnx.graph.Evaluator;
import org.liegg.engine.onnx.graph.Graph;
import org.liegg.engine.onnx.graph.Node;
import org.liegg.engine.onnx.graph.Tensor;
import org.liegg.engine.onnx.graph.TensorData;

/** Computes constants with ONNX Runtime. */
public final class Evaluation implements Evaluator {

  /** An evaluation that has nothing to keep. */
  public Evaluation() {}

  @Override
  public TensorData evaluate(Graph graph, List<Node> nodes, Tensor result) {
    return OnnxRuntime.evaluate(graph, nodes, result);
  }
}
