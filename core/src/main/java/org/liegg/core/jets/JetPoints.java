package org.liegg.core.jets;

import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;

/**
 * Points of a grid that have derivatives, numbered through in C order.
 *
 * @param solutions how many there are
 * @param ranges along each axis, {@code [from, to)}, none empty
 */
record JetPoints(int solutions, List<int[]> ranges) {

  /** How many there are. */
  long count() {
    long count = solutions;
    for (int[] range : ranges) {
      count *= range[1] - range[0];
    }
    return count;
  }

  /**
   * Different points by chance, all of them where there are no more. Their order is by chance, too:
   * they are a sample of the grid, and not a series.
   */
  long[] draw(int most, long seed) {
    long count = count();
    TreeSet<Long> chosen = new TreeSet<>();
    SplittableRandom random = new SplittableRandom(seed);
    // R. W. Floyd, in Bentley, Programming pearls, Comm. ACM 30, 1987.
    for (long top = Math.max(0, count - most); top < count; top++) {
      long point = random.nextLong(top + 1);
      if (!chosen.add(point)) {
        chosen.add(top);
      }
    }
    long[] points = chosen.stream().mapToLong(Long::longValue).toArray();
    for (int i = points.length - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      long point = points[i];
      points[i] = points[other];
      points[other] = point;
    }
    return points;
  }

  /** Of which solution a point is. */
  int solution(long point) {
    return (int) (point / (count() / solutions));
  }

  /** Where it is along each axis. */
  int[] place(long point) {
    int[] place = new int[ranges.size()];
    long rest = point;
    for (int axis = place.length - 1; axis >= 0; axis--) {
      int[] range = ranges.get(axis);
      int length = range[1] - range[0];
      place[axis] = range[0] + (int) (rest % length);
      rest /= length;
    }
    return place;
  }
}
