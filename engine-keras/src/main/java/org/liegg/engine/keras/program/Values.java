package org.liegg.engine.keras.program;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A tensor of one sample: slots in row-major order. Moving values about makes another list of the
 * same slots.
 *
 * @param shape its lengths along each axis
 * @param slots where its values are
 */
public record Values(int[] shape, int[] slots) {

  /**
   * @throws IllegalArgumentException if the number of slots is not that of the shape
   */
  public Values {
    if (size(shape) != slots.length) {
      throw new IllegalArgumentException(
          "Values: %d slots for %s".formatted(slots.length, Arrays.toString(shape)));
    }
  }

  /** How many values a shape has. */
  public static int size(int... shape) {
    int size = 1;
    for (int length : shape) {
      size = Math.multiplyExact(size, length);
    }
    return size;
  }

  /** Number of axes. */
  public int rank() {
    return shape.length;
  }

  /** Length of an axis. */
  public int length(int axis) {
    return shape[axis];
  }

  /** Length of the last axis. */
  public int last() {
    return shape[shape.length - 1];
  }

  /** The shape as a list. */
  public List<Integer> lengths() {
    return Arrays.stream(shape).boxed().toList();
  }

  /** The same values in another shape of as many. */
  public Values reshape(int... other) {
    return new Values(other.clone(), slots);
  }

  /** The axes in another order: axis i of the result is {@code order[i]} of this. */
  public Values permute(int... order) {
    int[] lengths = Arrays.stream(order).map(axis -> shape[axis]).toArray();
    int[] strides = strides(shape);
    int[] result = new int[slots.length];
    int[] at = new int[order.length];
    for (int i = 0; i < result.length; i++) {
      int from = 0;
      for (int axis = 0; axis < order.length; axis++) {
        from += at[axis] * strides[order[axis]];
      }
      result[i] = slots[from];
      advance(at, lengths);
    }
    return new Values(lengths, result);
  }

  /** An axis moved to the end. */
  public Values moveToEnd(int axis) {
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < shape.length; i++) {
      if (i != axis) {
        order.add(i);
      }
    }
    order.add(axis);
    return permute(order.stream().mapToInt(Integer::intValue).toArray());
  }

  /** The last axis moved to a place. */
  public Values moveLastTo(int axis) {
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < shape.length - 1; i++) {
      order.add(i);
    }
    order.add(axis, shape.length - 1);
    return permute(order.stream().mapToInt(Integer::intValue).toArray());
  }

  /** Those of these positions along an axis, in this order. */
  public Values take(int axis, int... positions) {
    int inner = inner(axis);
    int outer = slots.length / (inner * shape[axis]);
    int[] result = new int[outer * positions.length * inner];
    for (int o = 0; o < outer; o++) {
      for (int p = 0; p < positions.length; p++) {
        System.arraycopy(
            slots,
            (o * shape[axis] + positions[p]) * inner,
            result,
            (o * positions.length + p) * inner,
            inner);
      }
    }
    int[] lengths = shape.clone();
    lengths[axis] = positions.length;
    return new Values(lengths, result);
  }

  /** Positions {@code from} (inclusive) to {@code to} (exclusive) along an axis. */
  public Values slice(int axis, int from, int to) {
    int[] positions = new int[to - from];
    Arrays.setAll(positions, i -> from + i);
    return take(axis, positions);
  }

  /** One position of an axis, which goes away. */
  public Values at(int axis, int position) {
    int[] lengths = new int[shape.length - 1];
    for (int i = 0; i < lengths.length; i++) {
      lengths[i] = shape[i < axis ? i : i + 1];
    }
    return new Values(lengths, take(axis, position).slots);
  }

  /** Backwards along an axis. */
  public Values flip(int axis) {
    int[] positions = new int[shape[axis]];
    Arrays.setAll(positions, i -> positions.length - 1 - i);
    return take(axis, positions);
  }

  /** One after the other along an axis; the other lengths must be equal. */
  public static Values concatenate(List<Values> parts, int axis) {
    int inner = parts.get(0).inner(axis);
    int sum = parts.stream().mapToInt(part -> part.shape[axis]).sum();
    int outer = size(Arrays.copyOf(parts.get(0).shape, axis));
    int[] result = new int[outer * sum * inner];
    int at = 0;
    for (int o = 0; o < outer; o++) {
      for (Values part : parts) {
        int width = part.shape[axis] * inner;
        System.arraycopy(part.slots, o * width, result, at, width);
        at += width;
      }
    }
    int[] lengths = parts.get(0).shape.clone();
    lengths[axis] = sum;
    return new Values(lengths, result);
  }

  /** Along a new first axis; all must be of one shape. */
  public static Values stack(List<Values> parts) {
    int[] one = parts.get(0).shape;
    int[] lengths = new int[one.length + 1];
    lengths[0] = 1;
    System.arraycopy(one, 0, lengths, 1, one.length);
    return concatenate(parts.stream().map(part -> part.reshape(lengths)).toList(), 0);
  }

  /** With a slot added so often before and after an axis. */
  public Values pad(int axis, int before, int after, int slot) {
    int[] lengths = shape.clone();
    lengths[axis] = before;
    Values head = filled(lengths, slot);
    lengths[axis] = after;
    return concatenate(List.of(head, this, filled(lengths.clone(), slot)), axis);
  }

  private static Values filled(int[] shape, int slot) {
    int[] slots = new int[size(shape)];
    Arrays.fill(slots, slot);
    return new Values(shape.clone(), slots);
  }

  /**
   * Repeated along axes of length 1, and along new first axes, to this shape.
   *
   * @throws IllegalArgumentException if another length does not fit
   */
  public Values broadcast(int... to) {
    int[] own = new int[to.length];
    Arrays.fill(own, 1);
    System.arraycopy(shape, 0, own, to.length - shape.length, shape.length);
    Values result = reshape(own);
    for (int axis = 0; axis < to.length; axis++) {
      if (own[axis] != to[axis]) {
        if (own[axis] != 1) {
          throw new IllegalArgumentException(Arrays.toString(shape) + " to " + Arrays.toString(to));
        }
        result = result.take(axis, new int[to[axis]]);
      }
    }
    return result;
  }

  /** The slots along the last axis, a group for every place before it. */
  public int[][] rows() {
    int width = last();
    int[][] rows = new int[slots.length / width][];
    for (int row = 0; row < rows.length; row++) {
      rows[row] = Arrays.copyOfRange(slots, row * width, (row + 1) * width);
    }
    return rows;
  }

  private int inner(int axis) {
    int inner = 1;
    for (int i = axis + 1; i < shape.length; i++) {
      inner *= shape[i];
    }
    return inner;
  }

  private static int[] strides(int[] shape) {
    int[] strides = new int[shape.length];
    int stride = 1;
    for (int axis = shape.length - 1; axis >= 0; axis--) {
      strides[axis] = stride;
      stride *= shape[axis];
    }
    return strides;
  }

  /** The next position in row-major order. */
  public static void advance(int[] position, int[] shape) {
    for (int axis = shape.length - 1; axis >= 0; axis--) {
      if (++position[axis] < shape[axis]) {
        return;
      }
      position[axis] = 0;
    }
  }
}
