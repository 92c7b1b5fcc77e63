package org.liegg.engine.onnx.operators;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.liegg.engine.onnx.graph.GraphException;
import org.liegg.engine.onnx.graph.Shape;
import org.liegg.engine.onnx.graph.Tensor;
import org.liegg.engine.onnx.graph.TensorData;
import org.liegg.engine.onnx.ops.Arithmetic;
import org.liegg.engine.onnx.ops.Indexing;
import org.liegg.engine.onnx.ops.Layout;
import org.liegg.engine.onnx.translate.Call;

/** Operators that pick elements by their places. */
final class IndexingOperators {

  private IndexingOperators() {}

  static void addTo(Operators all) {
    all.one("Gather", IndexingOperators::gather);
    all.one("GatherElements", IndexingOperators::gatherElements);
    all.one("GatherND", IndexingOperators::gatherNd);
    all.one("Slice", IndexingOperators::slice);
    all.one("Pad", call -> new PadTranslation(call).result());
    all.one("Trilu", IndexingOperators::triangle);
    all.one("ai.onnx.ml:ArrayFeatureExtractor", IndexingOperators::features);
  }

  private static Tensor gather(Call call) {
    Tensor x = call.operand(0);
    Tensor places = call.operand(1);
    int axis = call.axis(x, 0);
    int size = x.shape().size(axis);
    if (!places.isConstant()) {
      Tensor zero = x.graph().constant(TensorData.integers(Shape.scalar(), 0));
      Tensor all = x.graph().constant(TensorData.integers(Shape.scalar(), size));
      // Samples may be anything: what lies outside would end the process, or read elsewhere.
      Tensor front =
          Arithmetic.choose(
              Arithmetic.compare("Less", places, zero), Arithmetic.add(places, all), places);
      Tensor last = x.graph().constant(TensorData.integers(Shape.scalar(), size - 1));
      return Indexing.looked(x, axis, Arithmetic.min(Arithmetic.max(front, zero), last));
    }
    Tensor picked = Indexing.picked(x, axis, front(call.longs(1), size), 0);
    Shape shape =
        x.shape()
            .slice(0, axis)
            .followedBy(places.shape())
            .followedBy(x.shape().slice(axis + 1, x.rank()));
    return Layout.reshape(picked, shape);
  }

  /** Places counted from the front, where negative ones count from behind. */
  private static int[] front(long[] places, int size) {
    return Arrays.stream(places)
        .mapToInt(
            place -> {
              long at = place < 0 ? place + size : place;
              if (at < 0 || at >= size) {
                throw GraphException.shape("the place %d of %d".formatted(place, size));
              }
              return (int) at;
            })
        .toArray();
  }

  private static Tensor gatherElements(Call call) {
    Tensor x = call.operand(0);
    int axis = call.axis(x, 0);
    Tensor places = call.operand(1);
    if (places.rank() != x.rank()) {
      throw GraphException.shape("places %s in %s".formatted(places.shape(), x.shape()));
    }
    for (int a = 0; a < x.rank(); a++) {
      if (a != axis && places.shape().size(a) > x.shape().size(a)) {
        throw GraphException.shape("places %s in %s".formatted(places.shape(), x.shape()));
      }
    }
    long[] at = call.longs(1);
    int[] front = front(at, x.shape().size(axis));
    long[] checked = Arrays.stream(front).asLongStream().toArray();
    return Indexing.elements(
        x, axis, x.graph().constant(TensorData.integers(places.shape(), checked)));
  }

  private static Tensor gatherNd(Call call) {
    Tensor x = call.operand(0);
    Tensor places = call.operand(1);
    if (call.integer("batch_dims", 0) != 0) {
      throw GraphException.unsupported("its batch_dims are not 0");
    }
    int depth = places.rank() == 0 ? 0 : places.shape().size(places.rank() - 1);
    if (depth == 0 || depth > x.rank()) {
      throw GraphException.shape("places of %d axes in %s".formatted(depth, x.shape()));
    }
    long[] at = call.longs(1);
    int[] flat = new int[at.length / depth];
    for (int i = 0; i < flat.length; i++) {
      for (int a = 0; a < depth; a++) {
        int size = x.shape().size(a);
        flat[i] = flat[i] * size + front(new long[] {at[i * depth + a]}, size)[0];
      }
    }
    Shape rest = x.shape().slice(depth, x.rank());
    Tensor rows = Layout.reshape(x, Shape.of(x.shape().count(0, depth)).followedBy(rest));
    Shape shape = places.shape().slice(0, places.rank() - 1).followedBy(rest);
    return Layout.reshape(Indexing.picked(rows, 0, flat, 0), shape);
  }

  private static Tensor slice(Call call) {
    Tensor x = call.operand(0);
    boolean operands = call.version() >= 10;
    long[] starts = operands ? call.longs(1) : call.longs("starts");
    long[] ends = operands ? call.longs(2) : call.longs("ends");
    long[] axes =
        call.longs("axes", 3, 10)
            .orElseGet(() -> IntStream.range(0, starts.length).asLongStream().toArray());
    long[] steps = operands && call.has(4) ? call.longs(4) : filled(starts.length, 1);
    if (ends.length != starts.length
        || axes.length != starts.length
        || steps.length != starts.length) {
      throw GraphException.corrupt("its starts, ends, axes and steps are not equally many");
    }
    for (int i = 0; i < starts.length; i++) {
      x = slice(x, x.shape().axis(axes[i]), starts[i], ends[i], steps[i]);
    }
    return x;
  }

  private static long[] filled(int count, long value) {
    long[] values = new long[count];
    Arrays.fill(values, value);
    return values;
  }

  private static Tensor slice(Tensor x, int axis, long start, long end, long step) {
    int size = x.shape().size(axis);
    if (step == 0) {
      throw GraphException.corrupt("a step of 0");
    }
    long low = step > 0 ? 0 : -1;
    long high = step > 0 ? size : size - 1;
    long from = clamped(start < 0 ? start + size : start, step > 0 ? 0 : low + 1, high);
    long to = clamped(end < 0 ? end + size : end, low, step > 0 ? size : high);
    if (step < 0 && end < 0 && end + size < 0) {
      to = -1;
    }
    long stride = Math.max(-size - 1L, Math.min(size + 1L, step));
    long count = Math.max(0, (to - from + stride - Long.signum(stride)) / stride);
    if (stride == 1) {
      return Layout.slice(x, axis, (int) from, (int) (from + count));
    }
    int first = (int) from;
    int[] places = IntStream.range(0, (int) count).map(i -> first + i * (int) stride).toArray();
    return Indexing.picked(x, axis, places, 0);
  }

  private static long clamped(long value, long low, long high) {
    return Math.max(low, Math.min(high, value));
  }

  /** The elements on and above a diagonal, or on and below it. */
  private static Tensor triangle(Call call) {
    Tensor x = call.operand(0);
    if (x.rank() < 2) {
      throw GraphException.shape("the triangle of " + x.shape());
    }
    long diagonal = call.has(1) ? (long) call.number(1) : 0;
    boolean upper = call.flag("upper", true);
    int rows = x.shape().size(x.rank() - 2);
    int columns = x.shape().size(x.rank() - 1);
    long[] mask = new long[rows * columns];
    for (int i = 0; i < mask.length; i++) {
      long above = i % columns - i / columns - diagonal;
      mask[i] = (upper ? above >= 0 : above <= 0) ? 1 : 0;
    }
    Tensor kept = x.graph().constant(TensorData.booleans(Shape.of(rows, columns), mask));
    Tensor zero =
        x.graph()
            .constant(
                x.isReal()
                    ? TensorData.reals(Shape.scalar(), 0)
                    : new TensorData(x.type(), Shape.scalar(), new double[0], new long[1]));
    return Arithmetic.choose(kept, x, zero);
  }

  private static Tensor features(Call call) {
    Tensor x = call.operand(0);
    int axis = x.rank() - 1;
    if (axis < 0) {
      throw GraphException.shape("the features of a number");
    }
    Tensor picked = Indexing.picked(x, axis, front(call.longs(1), x.shape().size(axis)), 0);
    return x.rank() == 1 ? Layout.unsqueezed(picked, 0) : picked;
  }
}
