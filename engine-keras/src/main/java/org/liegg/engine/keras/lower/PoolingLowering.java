package org.liegg.engine.keras.lower;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.liegg.engine.keras.program.Values;
import org.liegg.engine.keras.read.Fields;

/** The largest or the mean of windows, or of everything, channel by channel. */
final class PoolingLowering {
  private PoolingLowering() {}

  /**
   * Windows; a mean does not count what lies outside.
   *
   * @param space axes of space
   */
  static Signal windows(LowerContext context, int space, boolean largest) {
    Fields fields = context.fields();
    Values x = Window.channelsLast(context, space);
    int[] twos = IntStream.range(0, space).map(i -> 2).toArray();
    int[] size = fields.sizes("pool_size", space, twos);
    int[] ones = IntStream.range(0, space).map(i -> 1).toArray();
    Window window =
        Window.of(context, Window.space(x), size, fields.sizes("strides", space, size), ones);
    int channels = x.last();
    int count = Values.size(window.counts());
    int[] slots = new int[count * channels];
    int[] at = new int[space];
    for (int w = 0; w < count; w++) {
      int[] inside =
          Arrays.stream(window.positions(at, Window.space(x))).filter(p -> p >= 0).toArray();
      int[] pooled = pooled(context, x, inside, largest);
      System.arraycopy(pooled, 0, slots, w * channels, channels);
      Values.advance(at, window.counts());
    }
    int[] shape = Arrays.copyOf(window.counts(), space + 1);
    shape[space] = channels;
    return Signal.of(Window.asBefore(context, new Values(shape, slots)));
  }

  /** As many windows as are asked for, of lengths that differ by one at most. */
  static Signal adaptive(LowerContext context, int space, boolean largest) {
    Values y = Window.channelsLast(context, space);
    int[] counts = context.fields().sizes("output_size", space);
    for (int axis = 0; axis < space; axis++) {
      int length = y.length(axis);
      List<Values> places = new ArrayList<>();
      for (int i = 0; i < counts[axis]; i++) {
        int from = (int) ((long) i * length / counts[axis]);
        int to = (int) (((i + 1L) * length + counts[axis] - 1) / counts[axis]);
        Values window = y.slice(axis, from, to).moveToEnd(axis);
        int[] shape = Arrays.copyOf(window.shape(), window.rank() - 1);
        int[] slots =
            largest
                ? context.program().maxima(window.rows())
                : context.program().sums(window.rows(), 1.0 / window.last());
        places.add(new Values(shape, slots));
      }
      Values stacked = Values.stack(places);
      y = axis == 0 ? stacked : firstTo(axis, stacked);
    }
    return Signal.of(Window.asBefore(context, y));
  }

  private static Values firstTo(int axis, Values x) {
    int[] order = new int[x.rank()];
    for (int i = 0; i < order.length; i++) {
      order[i] = i < axis ? i + 1 : i == axis ? 0 : i;
    }
    return x.permute(order);
  }

  /** Everything. */
  static Signal all(LowerContext context, int space, boolean largest) {
    Values x = Window.channelsLast(context, space);
    Signal input = context.input();
    int[] everywhere = IntStream.range(0, x.slots().length / x.last()).toArray();
    Values y;
    if (input.mask().isPresent() && !largest) {
      y = masked(context, x, input.mask().get());
    } else {
      y = new Values(new int[] {x.last()}, pooled(context, x, everywhere, largest));
    }
    if (context.fields().flag("keepdims", false)) {
      int[] shape = new int[space + 1];
      Arrays.fill(shape, 1);
      shape[space] = x.last();
      return Signal.of(Window.asBefore(context, y.reshape(shape)));
    }
    return Signal.of(y);
  }

  /** The mean of the steps that count. */
  private static Values masked(LowerContext context, Values x, Values mask) {
    Values counted = context.program().multiply(x, Masks.each(mask, x));
    int[] everywhere = IntStream.range(0, x.length(0)).toArray();
    Values sum =
        context
            .program()
            .scale(
                new Values(new int[] {x.last()}, pooled(context, counted, everywhere, false)),
                x.length(0),
                0);
    int[] count = context.program().sums(new int[][] {mask.slots()}, 1);
    Values share = context.program().map(Functions.RECIPROCAL, new Values(new int[] {1}, count));
    return context.program().multiply(sum, share.broadcast(x.last()));
  }

  private static int[] pooled(LowerContext context, Values x, int[] positions, boolean largest) {
    int channels = x.last();
    int[][] groups = new int[channels][];
    for (int c = 0; c < channels; c++) {
      int channel = c;
      groups[c] = Arrays.stream(positions).map(p -> x.slots()[p * channels + channel]).toArray();
    }
    return largest
        ? context.program().maxima(groups)
        : context.program().sums(groups, 1.0 / positions.length);
  }
}
