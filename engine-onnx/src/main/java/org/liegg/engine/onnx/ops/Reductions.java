package org.liegg.engine.onnx.ops;

import static org.liegg.engine.onnx.ops.Arithmetic.cast;
import static org.liegg.engine.onnx.ops.Arithmetic.compare;
import static org.liegg.engine.onnx.ops.Arithmetic.mul;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.liegg.engine.onnx.graph.ElementType;
import org.liegg.engine.onnx.graph.GraphException;
import org.liegg.engine.onnx.graph.Shape;
import org.liegg.engine.onnx.graph.Tensor;
import org.liegg.engine.onnx.graph.TensorData;

/** What is made of all elements along some axes; these stay, with one element. */
public final class Reductions {

  private Reductions() {}

  /** The sum. */
  public static Tensor sum(Tensor x, int... axes) {
    if (axes.length == 0) {
      return x;
    }
    return x.graph()
        .add(
            "ReduceSum",
            Map.of("keepdims", 1L),
            x.type(),
            reduced(x.shape(), axes),
            List.of(x, axes(x, axes)),
            x.isReal()
                ? g -> Cotangents.pair(Layout.expand(g, Cotangents.shape(g, x)), null)
                : null);
  }

  /** The mean. */
  public static Tensor mean(Tensor x, int... axes) {
    int count = x.shape().count() / Math.max(1, reduced(x.shape(), axes).count());
    return Arithmetic.times(1.0 / count, sum(x, axes));
  }

  /** The mean of the squared distances from the mean, given the distances. */
  public static Tensor meanSquare(Tensor x, int... axes) {
    return mean(mul(x, x), axes);
  }

  /** The largest, of several equal ones the first. */
  public static Tensor max(Tensor x, int... axes) {
    if (axes.length == 0) {
      return x;
    }
    if (x.shape().count() == 0) {
      throw GraphException.shape("the largest of no elements");
    }
    int[] kept = IntStream.range(0, x.rank()).filter(a -> !contains(axes, a)).toArray();
    int[] order = IntStream.concat(Arrays.stream(kept), Arrays.stream(axes)).toArray();
    Tensor last = Layout.transpose(x, order);
    int size = last.shape().count(kept.length, last.rank());
    Tensor flat = Layout.reshape(last, Shape.of(last.shape().count(0, kept.length), size));
    return Layout.reshape(maxOfRows(flat), reduced(x.shape(), axes));
  }

  private static Tensor maxOfRows(Tensor x) {
    Shape shape = x.shape().with(1, 1);
    return x.graph()
        .add(
            "ReduceMax",
            Map.of("keepdims", 1L),
            x.type(),
            shape,
            List.of(x, axes(x, 1)),
            x.isReal() ? g -> Cotangents.pair(mul(g, first(x)), null) : null);
  }

  /** 1 at the largest element of every row, 0 at the others. */
  private static Tensor first(Tensor x) {
    int size = x.shape().size(1);
    Tensor places =
        x.graph()
            .constant(
                TensorData.integers(
                    Shape.of(1, size), java.util.stream.LongStream.range(0, size).toArray()));
    return cast(compare("Equal", argument("ArgMax", x, 1, false), places), ElementType.REAL);
  }

  /** The smallest, of several equal ones the first. */
  public static Tensor min(Tensor x, int... axes) {
    return Elementwise.neg(max(Elementwise.neg(x), axes));
  }

  /** The place of the largest or smallest; {@code ArgMax} or {@code ArgMin}. */
  public static Tensor argument(String op, Tensor x, int axis, boolean last) {
    return x.graph()
        .add(
            op,
            Map.of("axis", (long) axis, "keepdims", 1L, "select_last_index", last ? 1L : 0L),
            ElementType.INTEGER,
            x.shape().with(axis, 1),
            List.of(x));
  }

  /** The product along one axis, by halves, so that factors of 0 have their derivatives. */
  public static Tensor product(Tensor x, int axis) {
    int size = x.shape().size(axis);
    if (size == 0) {
      return Layout.expand(x.graph().scalar(1), x.shape().with(axis, 1));
    }
    if (size == 1) {
      return x;
    }
    int half = size / 2;
    Tensor halves = mul(Layout.slice(x, axis, 0, half), Layout.slice(x, axis, half, 2 * half));
    return product(
        size % 2 == 0
            ? halves
            : Layout.concat(List.of(halves, Layout.slice(x, axis, size - 1, size)), axis),
        axis);
  }

  /** The product. */
  public static Tensor product(Tensor x, int[] axes) {
    Tensor product = x;
    for (int axis : axes) {
      product = product(product, axis);
    }
    return product;
  }

  /** log Σ exp(x), without overflow. */
  public static Tensor logSumExp(Tensor x, int... axes) {
    Tensor largest = Elementwise.fixed(max(Elementwise.fixed(x), axes));
    Tensor sum = sum(Elementwise.exp(Arithmetic.sub(x, largest)), axes);
    return Arithmetic.add(Elementwise.log(sum), largest);
  }

  /** exp(x)/Σ exp(x), without overflow. */
  public static Tensor softmax(Tensor x, int... axes) {
    Tensor largest = Elementwise.fixed(max(Elementwise.fixed(x), axes));
    Tensor powers = Elementwise.exp(Arithmetic.sub(x, largest));
    return Arithmetic.div(powers, sum(powers, axes));
  }

  /** The sums of the first elements along an axis, or of the last ones. */
  public static Tensor cumulated(Tensor x, int axis, boolean exclusive, boolean reverse) {
    return x.graph()
        .add(
            "CumSum",
            Map.of("exclusive", exclusive ? 1L : 0L, "reverse", reverse ? 1L : 0L),
            x.type(),
            x.shape(),
            List.of(x, x.graph().constant(TensorData.integers(Shape.scalar(), axis))),
            x.isReal()
                ? g -> Cotangents.pair(cumulated(g, axis + 1, exclusive, !reverse), null)
                : null);
  }

  private static boolean contains(int[] axes, int axis) {
    return Arrays.stream(axes).anyMatch(a -> a == axis);
  }

  private static Tensor axes(Tensor x, int... axes) {
    return x.graph().integers(Arrays.stream(axes).asLongStream().toArray());
  }

  /** The shape with one element along some axes. */
  public static Shape reduced(Shape shape, int... axes) {
    Shape reduced = shape;
    for (int axis : axes) {
      reduced = reduced.with(axis, 1);
    }
    return reduced;
  }

  /** The shape without some axes. */
  public static Shape without(Shape shape, int... axes) {
    List<Integer> sizes = new ArrayList<>();
    for (int axis = 0; axis < shape.rank(); axis++) {
      if (!contains(axes, axis)) {
        sizes.add(shape.size(axis));
      }
    }
    return Shape.of(sizes);
  }
}
