package org.liegg.engine.onnx.operators;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.liegg.engine.onnx.graph.GraphException;
import org.liegg.engine.onnx.graph.Shape;
import org.liegg.engine.onnx.graph.Tensor;
import org.liegg.engine.onnx.graph.TensorData;
import org.liegg.engine.onnx.ops.Elementwise;
import org.liegg.engine.onnx.ops.Indexing;
import org.liegg.engine.onnx.ops.Layout;
import org.liegg.engine.onnx.translate.Call;

/** Operators that move elements. */
final class LayoutOperators {

  private LayoutOperators() {}

  static void addTo(Operators all) {
    all.one("Identity", call -> Elementwise.identity(call.operand(0)));
    all.add("Dropout", LayoutOperators::dropout);
    all.one("Reshape", LayoutOperators::reshape);
    all.one("Flatten", LayoutOperators::flatten);
    all.one("Squeeze", LayoutOperators::squeeze);
    all.one("Unsqueeze", LayoutOperators::unsqueeze);
    all.one("Transpose", LayoutOperators::transpose);
    all.one("Concat", LayoutOperators::concat);
    all.add("Split", LayoutOperators::split);
    all.one("Expand", LayoutOperators::expand);
    all.one("Tile", LayoutOperators::tile);
    all.one("DepthToSpace", LayoutOperators::depthToSpace);
    all.one("SpaceToDepth", LayoutOperators::spaceToDepth);
  }

  private static List<Tensor> dropout(Call call) {
    Tensor x = call.operand(0);
    if (call.version() >= 12 && call.has(2) && call.number(2) != 0) {
      throw GraphException.unsupported("it is in training mode, where it is random");
    }
    if (!call.names(1)) {
      return List.of(x);
    }
    Tensor kept = x.graph().constant(TensorData.booleans(Shape.scalar(), 1));
    return List.of(x, Layout.expand(kept, x.shape()));
  }

  private static Tensor reshape(Call call) {
    Tensor x = call.operand(0);
    return Layout.reshape(x, filled(x, call.longs(1), call.flag("allowzero", false)));
  }

  /** A shape whose 0 stands for the same size, and whose −1 for what is left. */
  private static Shape filled(Tensor x, long[] asked, boolean zeroes) {
    long[] sizes = asked.clone();
    int open = -1;
    long known = 1;
    for (int i = 0; i < sizes.length; i++) {
      if (sizes[i] == 0 && !zeroes) {
        sizes[i] = i < x.rank() ? x.shape().size(i) : -2;
      }
      if (sizes[i] == -1 && open < 0) {
        open = i;
      } else if (sizes[i] < 0) {
        throw GraphException.corrupt("it makes %s the shape of %s".formatted(text(asked), x));
      } else {
        known = Math.min(Integer.MAX_VALUE, known * Math.min(sizes[i], Integer.MAX_VALUE));
      }
    }
    if (open >= 0) {
      if (known == 0 || x.shape().count() % known != 0) {
        throw GraphException.shape("%s does not fit into %s".formatted(x.shape(), text(asked)));
      }
      sizes[open] = x.shape().count() / known;
    }
    return Shape.of(sizes);
  }

  private static String text(long[] sizes) {
    return Arrays.toString(sizes);
  }

  private static Tensor flatten(Call call) {
    Tensor x = call.operand(0);
    long asked = call.integer("axis", 1);
    int axis = asked == x.rank() ? x.rank() : x.shape().axis(asked);
    return Layout.reshape(x, Shape.of(x.shape().count(0, axis), x.shape().count(axis, x.rank())));
  }

  private static Tensor squeeze(Call call) {
    Tensor x = call.operand(0);
    int[] axes =
        call.longs("axes", 1, 13)
            .map(named -> Call.axes(x, named))
            .orElseGet(
                () -> IntStream.range(0, x.rank()).filter(a -> x.shape().size(a) == 1).toArray());
    for (int axis : axes) {
      if (x.shape().size(axis) != 1) {
        throw GraphException.shape("axis %d of %s has more than one element".formatted(axis, x));
      }
    }
    return Layout.reshape(x, org.liegg.engine.onnx.ops.Reductions.without(x.shape(), axes));
  }

  private static Tensor unsqueeze(Call call) {
    Tensor x = call.operand(0);
    long[] named =
        call.longs("axes", 1, 13)
            .orElseThrow(() -> GraphException.corrupt("it does not say which axes are new"));
    int rank = x.rank() + named.length;
    int[] axes =
        Arrays.stream(named).mapToInt(a -> (int) (a < 0 ? a + rank : a)).sorted().toArray();
    Shape shape = x.shape();
    for (int axis : axes) {
      if (axis < 0 || axis > shape.rank()) {
        throw GraphException.shape("a new axis %d of %s".formatted(axis, x.shape()));
      }
      shape = shape.inserted(axis, 1);
    }
    return Layout.reshape(x, shape);
  }

  private static Tensor transpose(Call call) {
    Tensor x = call.operand(0);
    int[] order =
        call.has("perm")
            ? Arrays.stream(call.longs("perm")).mapToInt(a -> (int) a).toArray()
            : IntStream.range(0, x.rank()).map(a -> x.rank() - 1 - a).toArray();
    return Layout.transpose(x, order);
  }

  private static Tensor concat(Call call) {
    List<Tensor> parts = call.all();
    return Layout.concat(parts, parts.get(0).shape().axis(call.integer("axis", 1)));
  }

  private static List<Tensor> split(Call call) {
    Tensor x = call.operand(0);
    int axis = call.axis(x, 0);
    int size = x.shape().size(axis);
    int count = call.results();
    long[] sizes = call.longs("split", 1, 13).orElseGet(() -> equal(size, count));
    if (sizes.length != count || Arrays.stream(sizes).sum() != size) {
      throw GraphException.shape(
          "%d elements in parts of %s".formatted(size, Arrays.toString(sizes)));
    }
    List<Tensor> parts = new ArrayList<>();
    int at = 0;
    for (long part : sizes) {
      parts.add(Layout.slice(x, axis, at, Math.addExact(at, (int) part)));
      at += (int) part;
    }
    return parts;
  }

  /** Parts of one size, the last one perhaps smaller. */
  private static long[] equal(int size, int count) {
    int part = (size + count - 1) / count;
    return IntStream.range(0, count)
        .mapToLong(i -> Math.max(0, Math.min(part, size - i * part)))
        .toArray();
  }

  private static Tensor expand(Call call) {
    return Layout.expand(call.operand(0), Shape.of(call.longs(1)));
  }

  private static Tensor tile(Call call) {
    Tensor x = call.operand(0);
    long[] repeats = call.longs(1);
    if (repeats.length != x.rank()) {
      throw GraphException.shape("%d repeats of %s".formatted(repeats.length, x.shape()));
    }
    for (int axis = 0; axis < repeats.length; axis++) {
      int size = x.shape().size(axis);
      if (repeats[axis] != 1) {
        int total = Shape.of(size, repeats[axis]).count();
        x = Indexing.picked(x, axis, IntStream.range(0, total).map(i -> i % size).toArray(), 0);
      }
    }
    return x;
  }

  private static Tensor depthToSpace(Call call) {
    Tensor x = call.operand(0);
    int b = block(call, x);
    Shape s = x.shape();
    int depth = s.size(1) / (b * b);
    if (depth * b * b != s.size(1)) {
      throw GraphException.shape("%d channels in blocks of %d".formatted(s.size(1), b));
    }
    Tensor moved =
        call.text("mode", "DCR").equals("DCR")
            ? Layout.transpose(
                Layout.reshape(x, Shape.of(s.size(0), b, b, depth, s.size(2), s.size(3))),
                0,
                3,
                4,
                1,
                5,
                2)
            : Layout.transpose(
                Layout.reshape(x, Shape.of(s.size(0), depth, b, b, s.size(2), s.size(3))),
                0,
                1,
                4,
                2,
                5,
                3);
    return Layout.reshape(moved, Shape.of(s.size(0), depth, s.size(2) * b, s.size(3) * b));
  }

  private static Tensor spaceToDepth(Call call) {
    Tensor x = call.operand(0);
    int b = block(call, x);
    Shape s = x.shape();
    if (s.size(2) % b != 0 || s.size(3) % b != 0) {
      throw GraphException.shape("%s in blocks of %d".formatted(s, b));
    }
    int h = s.size(2) / b;
    int w = s.size(3) / b;
    Tensor moved =
        Layout.transpose(
            Layout.reshape(x, Shape.of(s.size(0), s.size(1), h, b, w, b)), 0, 3, 5, 1, 2, 4);
    return Layout.reshape(moved, Shape.of(s.size(0), s.size(1) * b * b, h, w));
  }

  private static int block(Call call, Tensor x) {
    long size = call.integer("blocksize", 0);
    if (x.rank() != 4 || size < 1 || size > 1024) {
      throw GraphException.corrupt("blocks of %d of the shape %s".formatted(size, x.shape()));
    }
    return (int) size;
  }
}
