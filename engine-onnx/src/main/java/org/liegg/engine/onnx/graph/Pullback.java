package org.liegg.engine.onnx.graph;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The vector-Jacobian product of a node y = f(x₁, x₂, …), as nodes of the same graph. Cotangents of
 * all outputs of the model are carried together along an axis in front: of a tensor of the shape S
 * they have the shape [c] + S.
 */
@FunctionalInterface
public interface Pullback {

  /**
   * The cotangents x̄ᵢ = ȳ ∂f/∂xᵢ.
   *
   * @param cotangent ȳ
   * @return one for each input of the node; null where the input does not depend on the samples, or
   *     f does not depend on the input smoothly
   */
  List<@Nullable Tensor> apply(Tensor cotangent);
}
