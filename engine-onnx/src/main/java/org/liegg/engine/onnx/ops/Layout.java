package org.liegg.engine.onnx.ops;

import static org.liegg.engine.onnx.ops.Cotangents.single;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.liegg.engine.onnx.graph.Graph;
import org.liegg.engine.onnx.graph.GraphException;
import org.liegg.engine.onnx.graph.Shape;
import org.liegg.engine.onnx.graph.Tensor;

/** Operations that move elements and change none. */
public final class Layout {

  private Layout() {}

  /**
   * The same elements in another shape.
   *
   * @throws GraphException if it has more or fewer elements
   */
  public static Tensor reshape(Tensor x, Shape shape) {
    if (x.shape().equals(shape)) {
      return x;
    }
    if (x.shape().count() != shape.count()) {
      throw GraphException.shape("%s does not fit into %s".formatted(x.shape(), shape));
    }
    return x.graph()
        .add(
            "Reshape",
            Map.of("allowzero", 1L),
            x.type(),
            shape,
            List.of(x, x.graph().integers(shape.longs())),
            g -> Cotangents.pair(reshape(g, Cotangents.shape(g, x)), null));
  }

  /**
   * The same with axes in another order.
   *
   * @param order for each axis of the result, which axis of x it is
   * @throws GraphException if an axis is missing
   */
  public static Tensor transpose(Tensor x, int... order) {
    boolean complete =
        Arrays.equals(
            Arrays.stream(order).sorted().toArray(), IntStream.range(0, x.rank()).toArray());
    if (!complete) {
      throw GraphException.corrupt(
          "the order %s of %d axes".formatted(Arrays.toString(order), x.rank()));
    }
    if (Arrays.equals(order, IntStream.range(0, x.rank()).toArray())) {
      return x;
    }
    int[] sizes = Arrays.stream(order).map(x.shape()::size).toArray();
    return x.graph()
        .add(
            "Transpose",
            Map.of("perm", Arrays.stream(order).asLongStream().toArray()),
            x.type(),
            Shape.of(sizes),
            List.of(x),
            g -> single(transpose(g, back(order))));
  }

  /** The order that undoes another, for cotangents with their axis in front. */
  private static int[] back(int[] order) {
    int[] back = new int[order.length + 1];
    for (int i = 0; i < order.length; i++) {
      back[order[i] + 1] = i + 1;
    }
    return back;
  }

  /** The same with two axes exchanged. */
  public static Tensor swapped(Tensor x, int a, int b) {
    int[] order = IntStream.range(0, x.rank()).toArray();
    order[a] = b;
    order[b] = a;
    return transpose(x, order);
  }

  /** The same with one axis moved to another place. */
  public static Tensor moved(Tensor x, int from, int to) {
    List<Integer> order = new ArrayList<>(IntStream.range(0, x.rank()).boxed().toList());
    order.add(to, order.remove(from));
    return transpose(x, order.stream().mapToInt(Integer::intValue).toArray());
  }

  /** The same, repeated along axes of size 1 and new ones in front. */
  public static Tensor expand(Tensor x, Shape shape) {
    Shape all = x.shape().broadcast(shape);
    if (all.equals(x.shape())) {
      return x;
    }
    return x.graph()
        .add(
            "Expand",
            Map.of(),
            x.type(),
            all,
            List.of(x, x.graph().integers(all.longs())),
            g -> Cotangents.pair(Cotangents.reducedTo(g, x), null));
  }

  /**
   * Tensors behind each other along an axis.
   *
   * @throws GraphException if their other sizes differ
   */
  public static Tensor concat(List<Tensor> parts, int axis) {
    if (parts.size() == 1) {
      return parts.get(0);
    }
    Tensor first = parts.get(0);
    int size = 0;
    for (Tensor part : parts) {
      if (part.rank() != first.rank()
          || part.type() != first.type()
          || !part.shape().with(axis, 1).equals(first.shape().with(axis, 1))) {
        throw GraphException.shape(
            "%s cannot stand behind %s".formatted(part.shape(), first.shape()));
      }
      size = Math.addExact(size, part.shape().size(axis));
    }
    return first
        .graph()
        .add(
            "Concat",
            Map.of("axis", (long) axis),
            first.type(),
            first.shape().with(axis, size),
            parts,
            g -> cut(g, parts, axis));
  }

  private static List<@Nullable Tensor> cut(Tensor g, List<Tensor> parts, int axis) {
    List<@Nullable Tensor> cotangents = new ArrayList<>();
    int at = 0;
    for (Tensor part : parts) {
      int to = at + part.shape().size(axis);
      cotangents.add(part.isSensitive() ? slice(g, axis + 1, at, to) : null);
      at = to;
    }
    return cotangents;
  }

  /** The elements from one place to before another along an axis. */
  public static Tensor slice(Tensor x, int axis, int from, int to) {
    int size = x.shape().size(axis);
    if (from == 0 && to == size) {
      return x;
    }
    if (from < 0 || to < from || to > size) {
      throw GraphException.shape("%d to %d of %s".formatted(from, to, x.shape()));
    }
    Graph graph = x.graph();
    return graph.add(
        "Slice",
        Map.of(),
        x.type(),
        x.shape().with(axis, to - from),
        List.of(x, graph.integers(from), graph.integers(to), graph.integers(axis)),
        g -> Arrays.asList(pad(g, axis + 1, from, size - to, graph.scalar(0)), null, null, null));
  }

  /** The same with some elements of one value more before and behind, along an axis. */
  public static Tensor pad(Tensor x, int axis, int before, int behind, Tensor value) {
    if (before == 0 && behind == 0) {
      return x;
    }
    long[] pads = new long[2 * x.rank()];
    pads[axis] = before;
    pads[x.rank() + axis] = behind;
    int size = x.shape().size(axis);
    return x.graph()
        .add(
            "Pad",
            Map.of("mode", "constant"),
            x.type(),
            x.shape().with(axis, Math.addExact(size, Math.addExact(before, behind))),
            List.of(x, x.graph().integers(pads), value),
            g -> Cotangents.triple(slice(g, axis + 1, before, before + size), null, null));
  }

  /** The same with an axis of one element more. */
  public static Tensor unsqueezed(Tensor x, int axis) {
    return reshape(x, x.shape().inserted(axis, 1));
  }

  /** The same without an axis of one element. */
  public static Tensor squeezed(Tensor x, int axis) {
    return reshape(x, x.shape().removed(axis));
  }
}
