package org.liegg.engine.onnx.ops;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.liegg.engine.onnx.graph.ElementType;
import org.liegg.engine.onnx.graph.Graph;
import org.liegg.engine.onnx.graph.GraphException;
import org.liegg.engine.onnx.graph.Shape;
import org.liegg.engine.onnx.graph.Tensor;
import org.liegg.engine.onnx.graph.TensorData;

/** Elements picked by their places. */
public final class Indexing {

  private Indexing() {}

  /**
   * The elements at some places along an axis.
   *
   * @param places from 0; the size of the axis stands for an element {@code beyond}
   * @param beyond the value at the place behind the last element; without a derivative
   * @return as many elements along the axis as there are places
   */
  public static Tensor picked(Tensor x, int axis, int[] places, double beyond) {
    int size = x.shape().size(axis);
    if (Arrays.stream(places).anyMatch(place -> place < 0 || place > size)) {
      throw GraphException.shape("an index outside of %d elements".formatted(size));
    }
    Tensor source =
        Arrays.stream(places).anyMatch(place -> place == size)
            ? Layout.pad(x, axis, 0, 1, value(x, beyond))
            : x;
    Graph graph = x.graph();
    return graph.add(
        "Gather",
        Map.of("axis", (long) axis),
        x.type(),
        x.shape().with(axis, places.length),
        List.of(source, graph.integers(Arrays.stream(places).asLongStream().toArray())),
        x.isReal() ? g -> Cotangents.pair(spread(g, axis + 1, places, size, source), null) : null);
  }

  /** The cotangent of what was picked from, 0 for the element beyond. */
  private static Tensor spread(Tensor g, int axis, int[] places, int size, Tensor source) {
    int beyond = source.shape().size(axis - 1) - size;
    return Layout.pad(summed(g, axis, places, size), axis, 0, beyond, g.graph().scalar(0));
  }

  private static Tensor value(Tensor x, double beyond) {
    return x.isReal()
        ? x.graph().scalar(beyond)
        : x.graph().constant(new TensorData(x.type(), Shape.scalar(), new double[0], new long[1]));
  }

  /**
   * The adjoint of {@link #picked}: at each place the sum of the elements that go there.
   *
   * @param places where each element along the axis goes; those from the size on go nowhere
   * @param size of the axis of the result
   */
  public static Tensor summed(Tensor x, int axis, int[] places, int size) {
    int[] counts = new int[size];
    for (int place : places) {
      if (place < size) {
        counts[place]++;
      }
    }
    int most = Math.max(1, Arrays.stream(counts).max().orElse(1));
    int[] from = new int[Math.multiplyExact(size, most)];
    Arrays.fill(from, places.length);
    Arrays.fill(counts, 0);
    for (int i = 0; i < places.length; i++) {
      if (places[i] < size) {
        from[places[i] * most + counts[places[i]]++] = i;
      }
    }
    Tensor terms = picked(x, axis, from, 0);
    if (most == 1) {
      return terms;
    }
    Shape split = x.shape().with(axis, size).inserted(axis + 1, most);
    return Layout.squeezed(Reductions.sum(Layout.reshape(terms, split), axis + 1), axis + 1);
  }

  /**
   * The elements at places that the samples may decide.
   *
   * @param x without derivatives
   * @param places of any shape, which takes the place of the axis
   */
  public static Tensor looked(Tensor x, int axis, Tensor places) {
    if (x.isSensitive()) {
      throw GraphException.unsupported(
          "it picks from what depends on the samples, at places that the samples decide");
    }
    Shape shape =
        x.shape()
            .slice(0, axis)
            .followedBy(places.shape())
            .followedBy(x.shape().slice(axis + 1, x.rank()));
    return x.graph()
        .add("Gather", Map.of("axis", (long) axis), x.type(), shape, List.of(x, places));
  }

  /**
   * For each element of the places, the element of x at that place along an axis and at its own
   * place along the others.
   */
  public static Tensor elements(Tensor x, int axis, Tensor places) {
    return x.graph()
        .add(
            "GatherElements",
            Map.of("axis", (long) axis),
            x.type(),
            places.shape(),
            List.of(x, places),
            x.isReal() ? g -> Cotangents.pair(scattered(g, x, axis, places), null) : null);
  }

  private static Tensor scattered(Tensor g, Tensor x, int axis, Tensor places) {
    Shape shape = Cotangents.shape(g, x);
    Tensor all = Layout.expand(places, places.shape().inserted(0, g.shape().size(0)));
    Tensor zeros = Layout.expand(g.graph().scalar(0), shape);
    return g.graph()
        .add(
            "ScatterElements",
            Map.of("axis", (long) axis + 1, "reduction", "add"),
            ElementType.REAL,
            shape,
            List.of(zeros, all, g));
  }
}
