package org.liegg.engine.keras.lower;

import java.util.Arrays;
import org.liegg.engine.keras.program.Values;
import org.liegg.engine.keras.read.Fields;

/**
 * How windows lie along the axes of space.
 *
 * @param size of a window
 * @param strides from one window to the next
 * @param dilation from one place of a window to the next
 * @param before places that are missing before the first
 * @param counts how many windows there are
 */
record Window(int[] size, int[] strides, int[] dilation, int[] before, int[] counts) {

  /**
   * Windows by the setting {@code padding}: {@code valid}, {@code same}, or {@code causal}, by
   * which a window ends where it stands.
   *
   * @param lengths of the axes of space
   */
  static Window of(LowerContext context, int[] lengths, int[] size, int[] strides, int[] dilation) {
    return of(context, context.fields().text("padding", "valid"), lengths, size, strides, dilation);
  }

  /** Windows by a padding, whatever the setting is. */
  static Window of(
      LowerContext context,
      String padding,
      int[] lengths,
      int[] size,
      int[] strides,
      int[] dilation) {
    Fields fields = context.fields();
    int[] before = new int[lengths.length];
    int[] counts = new int[lengths.length];
    for (int axis = 0; axis < lengths.length; axis++) {
      int spread = (size[axis] - 1) * dilation[axis] + 1;
      int stride = strides[axis];
      switch (padding) {
        case "valid" -> counts[axis] = Math.floorDiv(lengths[axis] - spread, stride) + 1;
        case "same" -> {
          counts[axis] = (lengths[axis] + stride - 1) / stride;
          before[axis] = Math.max((counts[axis] - 1) * stride + spread - lengths[axis], 0) / 2;
        }
        case "causal" -> {
          if (lengths.length != 1) {
            throw fields.unsupported("padding", fields.get("padding"));
          }
          before[axis] = spread - 1;
          counts[axis] = (lengths[axis] - 1) / stride + 1;
        }
        default -> throw fields.unsupported("padding", fields.get("padding"));
      }
      if (counts[axis] < 1) {
        throw context.corrupt(
            "has windows of %d on an axis of %d".formatted(spread, lengths[axis]));
      }
    }
    return new Window(size, strides, dilation, before, counts);
  }

  /** How many places a window has. */
  int places() {
    return Values.size(size);
  }

  /**
   * The places of one window, in row-major order, as positions in space; −1 outside.
   *
   * @param at which window, counted along each axis
   * @param lengths of the axes of space
   */
  int[] positions(int[] at, int[] lengths) {
    int[] positions = new int[places()];
    int[] place = new int[size.length];
    for (int i = 0; i < positions.length; i++) {
      int position = 0;
      for (int axis = 0; axis < size.length; axis++) {
        int where = at[axis] * strides[axis] + place[axis] * dilation[axis] - before[axis];
        boolean inside = position >= 0 && where >= 0 && where < lengths[axis];
        position = inside ? position * lengths[axis] + where : -1;
      }
      positions[i] = position;
      Values.advance(place, size);
    }
    return positions;
  }

  /** Channels last: where the setting says that they come first, they are moved. */
  static Values channelsLast(LowerContext context, int space) {
    Values x = context.requireRank(space + 1);
    return isFirst(context) ? x.moveToEnd(0) : x;
  }

  /** The channels back where the setting says that they are. */
  static Values asBefore(LowerContext context, Values y) {
    return isFirst(context) ? y.moveLastTo(0) : y;
  }

  /** Whether the setting says that channels come first. */
  static boolean isFirst(LowerContext context) {
    Fields fields = context.fields();
    return switch (fields.text("data_format", "channels_last")) {
      case "channels_last" -> false;
      case "channels_first" -> true;
      default -> throw fields.unsupported("data_format", fields.get("data_format"));
    };
  }

  /** The lengths of the axes of space of values whose channels come last. */
  static int[] space(Values x) {
    return Arrays.copyOf(x.shape(), x.rank() - 1);
  }
}
