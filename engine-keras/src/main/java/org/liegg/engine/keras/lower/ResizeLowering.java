package org.liegg.engine.keras.lower;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.liegg.engine.keras.program.ProgramBuilder;
import org.liegg.engine.keras.program.Values;
import org.liegg.engine.keras.read.Dialect;
import org.liegg.engine.keras.read.Fields;

/**
 * Layers that bring images to another size. Pixel i of n out of m lies at {@code (i + ½) m/n − ½}
 * of the image.
 */
final class ResizeLowering {
  private ResizeLowering() {}

  /** Every place so many times, or what lies between the places. */
  static Signal upsample(LowerContext context, int space) {
    Fields fields = context.fields();
    String mode = fields.text("interpolation", "nearest");
    Values x = Window.channelsLast(context, space);
    int[] twos = IntStream.range(0, space).map(i -> 2).toArray();
    int[] size = fields.sizes("size", space, twos);
    int[] lengths =
        IntStream.range(0, space).map(i -> Math.multiplyExact(x.length(i), size[i])).toArray();
    if (!mode.equals("nearest")) {
      requireHalfPixels(context);
    }
    return Signal.of(Window.asBefore(context, resized(context, x, mode, lengths)));
  }

  /** The layer {@code Resizing}. */
  static Signal resizing(LowerContext context) {
    Fields fields = context.fields();
    fields.ignore("fill_mode", "fill_value");
    Values x = Window.channelsLast(context, 2);
    int[] lengths = {fields.size("height"), fields.size("width")};
    String mode = fields.text("interpolation", "bilinear");
    return Signal.of(Window.asBefore(context, resized(context, x, mode, lengths)));
  }

  /** The layer {@code CenterCrop}, of images that are large enough. */
  static Signal centre(LowerContext context) {
    Fields fields = context.fields();
    Values x = Window.channelsLast(context, 2);
    int[] lengths = {fields.size("height"), fields.size("width")};
    for (int axis = 0; axis < 2; axis++) {
      int rest = x.length(axis) - lengths[axis];
      if (rest < 0) {
        throw context.unsupported(
            "crops images of %d × %d to %d × %d"
                .formatted(x.length(0), x.length(1), lengths[0], lengths[1]));
      }
      x = x.slice(axis, rest / 2, rest / 2 + lengths[axis]);
    }
    return Signal.of(Window.asBefore(context, x));
  }

  /** Until TensorFlow 2.2, pixel i of n out of m lay at {@code i m/n}. */
  private static void requireHalfPixels(LowerContext context) {
    Dialect dialect = context.fields().dialect();
    boolean later = dialect.isFrom(2, 4) || dialect.version().matches("2\\.3\\.\\d+-tf");
    if (!later) {
      throw context.fields().unsupported("interpolation", context.fields().get("interpolation"));
    }
  }

  private static Values resized(LowerContext context, Values x, String mode, int... lengths) {
    Values y = x;
    for (int axis = 0; axis < lengths.length; axis++) {
      y =
          switch (mode) {
            case "nearest" -> y.take(axis, nearest(y.length(axis), lengths[axis]));
            case "bilinear" -> between(context.program(), y, axis, lengths[axis]);
            default ->
                throw context
                    .fields()
                    .unsupported("interpolation", context.fields().get("interpolation"));
          };
    }
    return y;
  }

  private static int[] nearest(int from, int to) {
    int[] positions = new int[to];
    Arrays.setAll(positions, i -> (int) ((2L * i + 1) * from / (2L * to)));
    return positions;
  }

  private static Values between(ProgramBuilder program, Values x, int axis, int to) {
    int from = x.length(axis);
    if (from == to) {
      return x;
    }
    int[] low = new int[to];
    int[] high = new int[to];
    double[] share = new double[to];
    for (int i = 0; i < to; i++) {
      double at = (i + 0.5) * from / to - 0.5;
      double floor = Math.floor(at);
      low[i] = (int) Math.max(floor, 0);
      high[i] = (int) Math.min(Math.ceil(at), from - 1.0);
      share[i] = at - floor;
    }
    Values below = x.take(axis, low);
    int[] own = Broadcast.along(axis, to, x.rank());
    double[] upper = Broadcast.to(share, own, below.shape());
    double[] lower = Arrays.stream(upper).map(part -> 1 - part).toArray();
    double[] nothing = new double[upper.length];
    return program.sum(
        List.of(
            program.scale(below, lower, nothing),
            program.scale(x.take(axis, high), upper, nothing)),
        1);
  }
}
