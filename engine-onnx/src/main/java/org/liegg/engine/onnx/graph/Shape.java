package org.liegg.engine.onnx.graph;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The sizes of a tensor along its axes, all of them known. Immutable. */
public final class Shape {
  /** No tensor may have more elements. */
  public static final int MAX_ELEMENTS = 1 << 28;

  private static final int MAX_RANK = 16;
  private static final Shape SCALAR = new Shape(new int[0]);

  private final int[] sizes;
  private final int count;

  private Shape(int[] sizes) {
    if (sizes.length > MAX_RANK) {
      throw GraphException.tooLarge("a tensor of %d axes".formatted(sizes.length));
    }
    long product = 1;
    for (int size : sizes) {
      if (size < 0) {
        throw GraphException.shape("a tensor with %d elements along an axis".formatted(size));
      }
      product *= size;
      if (product > MAX_ELEMENTS) {
        throw GraphException.tooLarge("a tensor of the shape " + Arrays.toString(sizes));
      }
    }
    this.sizes = sizes;
    this.count = (int) product;
  }

  /** A shape of these sizes. */
  public static Shape of(int... sizes) {
    return sizes.length == 0 ? SCALAR : new Shape(sizes.clone());
  }

  /**
   * A shape of these sizes.
   *
   * @throws GraphException if one is negative or there are too many elements
   */
  public static Shape of(long... sizes) {
    int[] narrow = new int[sizes.length];
    for (int i = 0; i < narrow.length; i++) {
      if (sizes[i] > MAX_ELEMENTS) {
        throw GraphException.tooLarge("a tensor of the shape " + Arrays.toString(sizes));
      }
      narrow[i] = (int) Math.max(-1, sizes[i]);
    }
    return of(narrow);
  }

  /** A shape of these sizes. */
  public static Shape of(List<Integer> sizes) {
    return of(sizes.stream().mapToInt(Integer::intValue).toArray());
  }

  /** The shape of a number. */
  public static Shape scalar() {
    return SCALAR;
  }

  /** The number of axes. */
  public int rank() {
    return sizes.length;
  }

  /** The number of elements. */
  public int count() {
    return count;
  }

  /** The size along an axis. */
  public int size(int axis) {
    return sizes[axis];
  }

  /** A copy of the sizes. */
  public int[] sizes() {
    return sizes.clone();
  }

  /** A copy of the sizes. */
  public long[] longs() {
    return Arrays.stream(sizes).asLongStream().toArray();
  }

  /** The sizes as a list. */
  public List<Integer> list() {
    return Arrays.stream(sizes).boxed().toList();
  }

  /** The elements from one axis to before another. */
  public int count(int from, int to) {
    int product = 1;
    for (int i = from; i < to; i++) {
      product *= sizes[i];
    }
    return product;
  }

  /**
   * An axis counted from the front, where negative ones count from behind.
   *
   * @throws GraphException if there is none
   */
  public int axis(long axis) {
    long front = axis < 0 ? axis + rank() : axis;
    if (front < 0 || front >= rank()) {
      throw GraphException.shape("an axis %d of the shape %s".formatted(axis, this));
    }
    return (int) front;
  }

  /** The same with another size along an axis. */
  public Shape with(int axis, int size) {
    int[] other = sizes.clone();
    other[axis] = size;
    return new Shape(other);
  }

  /** The same with an axis more before the one that is named. */
  public Shape inserted(int axis, int size) {
    int[] other = new int[sizes.length + 1];
    System.arraycopy(sizes, 0, other, 0, axis);
    other[axis] = size;
    System.arraycopy(sizes, axis, other, axis + 1, sizes.length - axis);
    return new Shape(other);
  }

  /** The same without an axis. */
  public Shape removed(int axis) {
    int[] other = new int[sizes.length - 1];
    System.arraycopy(sizes, 0, other, 0, axis);
    System.arraycopy(sizes, axis + 1, other, axis, other.length - axis);
    return new Shape(other);
  }

  /** This and then the axes of the other. */
  public Shape followedBy(Shape other) {
    int[] all = Arrays.copyOf(sizes, sizes.length + other.sizes.length);
    System.arraycopy(other.sizes, 0, all, sizes.length, other.sizes.length);
    return new Shape(all);
  }

  /** The axes from one to before another. */
  public Shape slice(int from, int to) {
    return new Shape(Arrays.copyOfRange(sizes, from, to));
  }

  /**
   * What two tensors have together, where sizes of 1 and missing front axes are repeated.
   *
   * @throws GraphException if sizes are neither equal nor 1
   */
  public Shape broadcast(Shape other) {
    int rank = Math.max(rank(), other.rank());
    int[] all = new int[rank];
    for (int i = 0; i < rank; i++) {
      int mine = i < rank - rank() ? 1 : sizes[i - rank + rank()];
      int its = i < rank - other.rank() ? 1 : other.sizes[i - rank + other.rank()];
      if (mine != its && mine != 1 && its != 1) {
        throw GraphException.shape("the shapes %s and %s do not fit".formatted(this, other));
      }
      all[i] = mine == 1 ? its : mine;
    }
    return of(all);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Shape shape && Arrays.equals(sizes, shape.sizes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(sizes);
  }

  @Override
  public String toString() {
    return Arrays.stream(sizes)
        .mapToObj(String::valueOf)
        .collect(Collectors.joining(", ", "[", "]"));
  }
}
