package org.liegg.engine.onnx.ops;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.liegg.engine.onnx.graph.Shape;
import org.liegg.engine.onnx.graph.Tensor;

/** What the derivatives of many operations have in common. */
final class Cotangents {

  private Cotangents() {}

  /** The cotangent of an operand, which is made only where it is needed. */
  static @Nullable Tensor where(Tensor operand, Supplier<Tensor> cotangent) {
    return operand.isSensitive() ? cotangent.get() : null;
  }

  static List<@Nullable Tensor> single(Tensor a) {
    return Arrays.asList(a);
  }

  static List<@Nullable Tensor> pair(@Nullable Tensor a, @Nullable Tensor b) {
    return Arrays.asList(a, b);
  }

  static List<@Nullable Tensor> triple(@Nullable Tensor a, @Nullable Tensor b, @Nullable Tensor c) {
    return Arrays.asList(a, b, c);
  }

  /** The shape of the cotangents of a tensor: c of them in front. */
  static Shape shape(Tensor cotangent, Tensor of) {
    return of.shape().inserted(0, cotangent.shape().size(0));
  }

  /**
   * The cotangent of a tensor that was repeated: the sum over what it was repeated to.
   *
   * @param cotangent [c] + the larger shape
   * @return [c] + the tensor's own shape
   */
  static Tensor reducedTo(Tensor cotangent, Tensor tensor) {
    Shape own = tensor.shape();
    int extra = cotangent.rank() - 1 - own.rank();
    int[] axes =
        IntStream.range(1, cotangent.rank())
            .filter(
                axis ->
                    axis <= extra
                        || (own.size(axis - 1 - extra) == 1 && cotangent.shape().size(axis) != 1))
            .toArray();
    Tensor sum = axes.length == 0 ? cotangent : Reductions.sum(cotangent, axes);
    return Layout.reshape(sum, shape(cotangent, tensor));
  }
}
