package org.liegg.metrics;

import java.util.ArrayList;
import java.util.List;

/**
 * Where the entries of a symmetric form on r directions stand in an array. Directions come in
 * groups that follow each other; of each group the upper triangle is kept, row by row, and of two
 * directions of different groups nothing: nobody asks for it. A single group of r takes {@code r(r
 * + 1)/2} numbers.
 *
 * @param groups the size of each group
 * @param starts for every direction i, where its row would begin: entry (i, j) is at {@code
 *     starts[i] + j}
 * @param ends for every direction, the first direction after its group
 * @param length how many numbers are kept
 */
record UpperLayout(List<Integer> groups, int[] starts, int[] ends, int length) {

  /** How many numbers groups of these sizes take. */
  static double length(List<Integer> groups) {
    return groups.stream().mapToDouble(size -> size * (size + 1.0) / 2).sum();
  }

  /**
   * The layout of some groups.
   *
   * @param sizes each ≥ 0
   * @throws IllegalArgumentException if they take more numbers than an array holds
   */
  static UpperLayout of(List<Integer> sizes) {
    int directions = sizes.stream().mapToInt(Integer::intValue).sum();
    if (length(sizes) > Integer.MAX_VALUE - 8) {
      throw new IllegalArgumentException(
          "a form on %d directions is too large".formatted(directions));
    }
    int[] starts = new int[directions];
    int[] ends = new int[directions];
    int next = 0;
    int from = 0;
    for (int size : sizes) {
      int end = from + size;
      for (int i = from; i < end; i++) {
        starts[i] = next - i;
        ends[i] = end;
        next += end - i;
      }
      from = end;
    }
    return new UpperLayout(List.copyOf(sizes), starts, ends, next);
  }

  /** Of directions that all belong together. */
  static UpperLayout of(int directions) {
    return of(List.of(directions));
  }

  /** r. */
  int directions() {
    return starts.length;
  }

  /** The directions {@code from} (inclusive) to {@code to} (exclusive) alone. */
  UpperLayout select(int from, int to) {
    List<Integer> sizes = new ArrayList<>();
    for (int i = from; i < to; ) {
      int end = Math.min(to, ends[i]);
      sizes.add(end - i);
      i = end;
    }
    return of(sizes);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof UpperLayout that && groups.equals(that.groups);
  }

  @Override
  public int hashCode() {
    return groups.hashCode();
  }

  @Override
  public String toString() {
    return "UpperLayout" + groups;
  }
}
