package org.liegg.engine.keras.lower;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.liegg.engine.keras.program.Values;
import org.liegg.engine.keras.read.Fields;

/** Layers that move values about. */
final class ShapeLowering {
  private ShapeLowering() {}

  /** Into a vector, channels last. */
  static Signal flatten(LowerContext context) {
    Values x = context.values();
    boolean first = context.fields().text("data_format", "channels_last").equals("channels_first");
    Values ordered = first && x.rank() > 1 ? x.moveToEnd(0) : x;
    return Signal.of(ordered.reshape(x.slots().length));
  }

  /** Into the setting {@code target_shape}, of which one length may be left open as −1. */
  static Signal reshape(LowerContext context) {
    Fields fields = context.fields();
    Values x = context.values();
    int[] target = fields.integers("target_shape");
    int known = 1;
    int open = -1;
    for (int axis = 0; axis < target.length; axis++) {
      if (target[axis] == -1 && open < 0) {
        open = axis;
      } else if (target[axis] < 1) {
        throw fields.unsupported("target_shape", fields.get("target_shape"));
      } else {
        known = Math.multiplyExact(known, target[axis]);
      }
    }
    if (open >= 0) {
      target[open] = x.slots().length / known;
    }
    if (target.length == 0 || Values.size(target) != x.slots().length) {
      throw fields.unsupported("target_shape", fields.get("target_shape"));
    }
    return Signal.of(x.reshape(target));
  }

  /** The axes, counted from 1, in another order. */
  static Signal permute(LowerContext context) {
    Fields fields = context.fields();
    Values x = context.values();
    int[] dims = fields.integers("dims");
    int[] sorted = dims.clone();
    Arrays.sort(sorted);
    if (!Arrays.equals(sorted, IntStream.rangeClosed(1, x.rank()).toArray())) {
      throw fields.unsupported("dims", fields.get("dims"));
    }
    return Signal.of(x.permute(Arrays.stream(dims).map(dim -> dim - 1).toArray()));
  }

  /** A vector so many times. */
  static Signal repeat(LowerContext context) {
    Values x = context.requireRank(1);
    int n = context.fields().size("n");
    return Signal.of(x.reshape(1, x.last()).broadcast(n, x.last()));
  }

  /** Zeros around. */
  static Signal pad(LowerContext context, int space) {
    Values x = Window.channelsLast(context, space);
    int[][] margins = margins(context, "padding", space);
    int zero = context.program().constant(0);
    for (int axis = 0; axis < space; axis++) {
      x = x.pad(axis, margins[axis][0], margins[axis][1], zero);
    }
    return Signal.of(Window.asBefore(context, x));
  }

  /** Margins away. */
  static Signal crop(LowerContext context, int space) {
    Values x = Window.channelsLast(context, space);
    int[][] margins = margins(context, "cropping", space);
    for (int axis = 0; axis < space; axis++) {
      int end = x.length(axis) - margins[axis][1];
      if (margins[axis][0] >= end) {
        throw context.corrupt("crops all of an axis of %d".formatted(x.length(axis)));
      }
      x = x.slice(axis, margins[axis][0], end);
    }
    return Signal.of(Window.asBefore(context, x));
  }

  /** One number, one an axis, or two an axis. */
  private static int[][] margins(LowerContext context, String key, int space) {
    Fields fields = context.fields();
    double[] numbers = fields.numbers(key);
    int[][] margins = new int[space][2];
    boolean fits =
        numbers.length == 2 * space
            || numbers.length == 1
            || (numbers.length == space && space > 1);
    for (int i = 0; i < 2 * space && fits; i++) {
      double number = numbers[numbers.length == 1 ? 0 : numbers.length == 2 * space ? i : i / 2];
      fits = number >= 0 && number <= 1 << 20 && number == Math.rint(number);
      margins[i / 2][i % 2] = (int) number;
    }
    if (!fits) {
      throw fields.unsupported(key, fields.get(key));
    }
    return margins;
  }
}
