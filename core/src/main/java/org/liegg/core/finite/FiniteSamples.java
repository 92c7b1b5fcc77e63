package org.liegg.core.finite;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import org.liegg.api.Batch;
import org.liegg.api.BatchStream;
import org.liegg.api.Dataset;

/**
 * A few of the samples, each with the same chance: a reservoir (Vitter, "Random Sampling with a
 * Reservoir", ACM TOMS 11, 1985), so that memory does not grow with the data.
 *
 * @param batch the samples
 * @param places of each in the data, from 0
 */
record FiniteSamples(Batch batch, long[] places) {
  /** As many as are drawn where nothing else is asked for. */
  static final int DEFAULT = 1000;

  /** Values that are held at most: 32 MB. */
  private static final long HELD = 4L << 20;

  /**
   * Draws.
   *
   * @param limit use the first samples only
   * @param wanted how many; fewer where there are fewer, or they are large
   */
  static FiniteSamples draw(
      Dataset data, OptionalLong limit, int batchSize, int wanted, long seed) {
    int columns = data.columns();
    int capacity = (int) Math.max(1, Math.min(wanted, HELD / Math.max(1, columns)));
    double[][] held = new double[capacity][];
    long[] places = new long[capacity];
    SplittableRandom random = new SplittableRandom(seed);
    long read = 0;
    long end = limit.orElse(Long.MAX_VALUE);
    try (BatchStream batches = data.batches(batchSize)) {
      while (read < end) {
        Optional<Batch> next = batches.next();
        if (next.isEmpty()) {
          break;
        }
        int rows = (int) Math.min(next.get().rows(), end - read);
        for (int row = 0; row < rows; row++, read++) {
          long slot = read < capacity ? read : random.nextLong(read + 1);
          if (slot < capacity) {
            held[(int) slot] = next.get().slice(row, row + 1).values().clone();
            places[(int) slot] = read;
          }
        }
      }
    }
    return gathered(held, places, (int) Math.min(read, capacity), columns);
  }

  private static FiniteSamples gathered(double[][] held, long[] places, int count, int columns) {
    double[] values = new double[count * columns];
    long[] kept = new long[count];
    for (int n = 0; n < count; n++) {
      System.arraycopy(held[n], 0, values, n * columns, columns);
      kept[n] = places[n];
    }
    return new FiniteSamples(new Batch(count, columns, values), kept);
  }

  int count() {
    return places.length;
  }
}
