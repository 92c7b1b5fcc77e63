package org.liegg.engine.onnx.ops;

import static org.liegg.engine.onnx.ops.Cotangents.pair;
import static org.liegg.engine.onnx.ops.Cotangents.reducedTo;
import static org.liegg.engine.onnx.ops.Cotangents.where;

import java.util.List;
import java.util.Map;
import org.liegg.engine.onnx.graph.GraphException;
import org.liegg.engine.onnx.graph.Shape;
import org.liegg.engine.onnx.graph.Tensor;

/** Products of matrices. */
public final class Products {

  private Products() {}

  /**
   * The product of the last two axes of two tensors; axes before them are repeated.
   *
   * @param a … × m × n, or n
   * @param b … × n × p, or n
   * @return … × m × p, without the axes that an operand of one axis does not have
   */
  public static Tensor matMul(Tensor a, Tensor b) {
    if (a.rank() == 0 || b.rank() == 0) {
      throw GraphException.shape("a product of the matrices %s, %s".formatted(a, b));
    }
    if (a.rank() == 1) {
      Tensor product = matMul(Layout.unsqueezed(a, 0), b);
      return Layout.squeezed(product, b.rank() == 1 ? 0 : product.rank() - 2);
    }
    if (b.rank() == 1) {
      Tensor product = matMul(a, Layout.unsqueezed(b, 1));
      return Layout.squeezed(product, product.rank() - 1);
    }
    return matrices(a, b);
  }

  private static Tensor matrices(Tensor a, Tensor b) {
    int n = a.shape().size(a.rank() - 1);
    if (n != b.shape().size(b.rank() - 2)) {
      throw GraphException.shape("the product of %s and %s".formatted(a.shape(), b.shape()));
    }
    Shape front = a.shape().slice(0, a.rank() - 2).broadcast(b.shape().slice(0, b.rank() - 2));
    Shape shape =
        front.followedBy(Shape.of(a.shape().size(a.rank() - 2), b.shape().size(b.rank() - 1)));
    return a.graph()
        .add(
            "MatMul",
            Map.of(),
            a.type(),
            shape,
            List.of(a, b),
            a.isReal()
                ? g ->
                    pair(
                        where(a, () -> reducedTo(matrices(g, transposed(b)), a)),
                        where(b, () -> reducedTo(matrices(transposed(a), g), b)))
                : null);
  }

  /** The same with the last two axes exchanged. */
  public static Tensor transposed(Tensor x) {
    return Layout.swapped(x, x.rank() - 2, x.rank() - 1);
  }
}
