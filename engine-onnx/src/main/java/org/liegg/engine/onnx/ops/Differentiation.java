package org.liegg.engine.onnx.ops;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.liegg.engine.onnx.graph.Node;
import org.liegg.engine.onnx.graph.Shape;
import org.liegg.engine.onnx.graph.Tensor;

/** Reverse mode: from the cotangents of a result to those of an input, as nodes of the graph. */
public final class Differentiation {

  private Differentiation() {}

  /**
   * The cotangents of an input, x̄ = ȳ ∂y/∂x.
   *
   * @param result y
   * @param input x
   * @param seeds ȳ, of the shape [c] + that of y
   * @return of the shape [c] + that of x; 0 where the result does not depend on the input
   */
  public static Tensor pulledBack(Tensor result, Tensor input, Tensor seeds) {
    Map<Tensor, Tensor> cotangents = new HashMap<>();
    cotangents.put(result, seeds);
    List<Node> nodes = result.graph().nodesOf(List.of(result));
    for (int i = nodes.size() - 1; i >= 0; i--) {
      Node node = nodes.get(i);
      Tensor cotangent = cotangents.remove(node.output());
      if (cotangent != null && node.output().isSensitive()) {
        spread(node, node.pullback().orElseThrow().apply(cotangent), cotangents);
      }
    }
    Tensor found = cotangents.get(input);
    Shape shape = Cotangents.shape(seeds, input);
    return found == null ? Layout.expand(input.graph().scalar(0), shape) : found;
  }

  private static void spread(
      Node node, List<@Nullable Tensor> parts, Map<Tensor, Tensor> cotangents) {
    for (int i = 0; i < parts.size(); i++) {
      Tensor part = parts.get(i);
      if (part != null && node.inputs().get(i).isSensitive()) {
        cotangents.merge(node.inputs().get(i), part, Arithmetic::add);
      }
    }
  }
}
