package org.liegg.core.estimate;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.liegg.api.Batch;

/**
 * Which samples make a function, and which look at it.
 *
 * @param points half of the samples at random, in parts of equal size
 * @param queries the others, in their order
 */
record SampleParts(List<int[]> points, int[] queries) {

  /**
   * Half of the samples for points, and the rest.
   *
   * @param parts of the points
   * @param most points of all parts
   */
  static SampleParts of(int samples, int parts, int most, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int[] order = new int[samples];
    for (int n = 0; n < samples; n++) {
      int other = random.nextInt(n + 1);
      order[n] = order[other];
      order[other] = n;
    }
    int size = Math.min(most, samples / 2) / parts;
    int[] queries = Arrays.copyOfRange(order, parts * size, samples);
    Arrays.sort(queries);
    List<int[]> points =
        IntStream.range(0, parts)
            .mapToObj(part -> Arrays.copyOfRange(order, part * size, (part + 1) * size))
            .toList();
    return new SampleParts(points, queries);
  }

  /** The points of some parts. */
  int[] points(int from, int to) {
    return points.subList(from, to).stream().flatMapToInt(Arrays::stream).toArray();
  }

  /** Some rows of a batch. */
  static Batch rows(Batch all, int... rows) {
    int width = all.columns();
    double[] values = new double[Math.multiplyExact(rows.length, width)];
    for (int n = 0; n < rows.length; n++) {
      System.arraycopy(all.values(), rows[n] * width, values, n * width, width);
    }
    return new Batch(rows.length, width, values);
  }
}
