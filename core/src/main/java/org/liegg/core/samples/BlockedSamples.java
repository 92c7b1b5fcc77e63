package org.liegg.core.samples;

import java.util.Arrays;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.liegg.api.Batch;
import org.liegg.api.Dataset;

/**
 * Some of the samples, each with the same chance, and to which block each belongs: a reservoir
 * (Vitter, "Random Sampling with a Reservoir", ACM TOMS 11, 1985), so that memory does not grow
 * with the data.
 *
 * @param batch the samples, in the order of the data where all of them are taken
 * @param places of each in the data, from 0
 * @param blocks of each, below {@link #BLOCKS}; samples of different blocks are independent
 * @param units of each: samples of one unit are copies or neighbours, and no pair
 */
public record BlockedSamples(Batch batch, long[] places, int[] blocks, long[] units) {
  /** Blocks of both halves of an assignment: nothing is chosen here, and all samples measure. */
  public static final int BLOCKS = 2 * SampleSplit.BLOCKS;

  /** Values that are held at most: 32 MB. */
  private static final long HELD = 4L << 20;

  /**
   * Draws.
   *
   * @param limit use the first samples only
   * @param batchSize samples read at a time
   * @param wanted how many; fewer where there are fewer, or they are large
   * @param seed of the draw
   * @param assignment to blocks and units
   */
  public static BlockedSamples draw(
      Dataset data,
      OptionalLong limit,
      int batchSize,
      int wanted,
      long seed,
      BlockAssignment assignment) {
    int columns = data.columns();
    int capacity = (int) Math.max(1, Math.min(wanted, HELD / Math.max(1, columns)));
    Reservoir reservoir = new Reservoir(capacity, seed, assignment.start());
    new SampleReading(data, limit, batchSize).read(reservoir);
    return reservoir.drawn(columns);
  }

  /** How many there are. */
  public int count() {
    return places.length;
  }

  /**
   * The first of them.
   *
   * @param rows how many; all of them where there are fewer
   */
  public BlockedSamples first(int rows) {
    int kept = Math.min(rows, count());
    return new BlockedSamples(
        batch.slice(0, kept),
        Arrays.copyOf(places, kept),
        Arrays.copyOf(blocks, kept),
        Arrays.copyOf(units, kept));
  }

  /** The same in an order that has nothing to do with that of the data. */
  public BlockedSamples shuffled(long seed) {
    return rows(order(seed));
  }

  /**
   * Some of them.
   *
   * @param rows which, in this order
   */
  public BlockedSamples rows(int[] rows) {
    int columns = batch.columns();
    double[] values = new double[rows.length * columns];
    for (int at = 0; at < rows.length; at++) {
      System.arraycopy(batch.values(), rows[at] * columns, values, at * columns, columns);
    }
    return new BlockedSamples(
        new Batch(rows.length, columns, values),
        Arrays.stream(rows).mapToLong(n -> places[n]).toArray(),
        Arrays.stream(rows).map(n -> blocks[n]).toArray(),
        Arrays.stream(rows).mapToLong(n -> units[n]).toArray());
  }

  /** A random order (Fisher and Yates). */
  private int[] order(long seed) {
    SplittableRandom random = new SplittableRandom(~seed);
    int[] order = IntStream.range(0, count()).toArray();
    for (int n = order.length - 1; n > 0; n--) {
      int other = random.nextInt(n + 1);
      int kept = order[n];
      order[n] = order[other];
      order[other] = kept;
    }
    return order;
  }

  private static final class Reservoir implements SampleReading.Listener {
    private final double[][] held;
    private final long[] places;
    private final int[] blocks;
    private final long[] units;
    private final SplittableRandom random;
    private final BlockAssignment.Reading reading;
    private long read;

    Reservoir(int capacity, long seed, BlockAssignment.Reading reading) {
      held = new double[capacity][];
      places = new long[capacity];
      blocks = new int[capacity];
      units = new long[capacity];
      random = new SplittableRandom(seed);
      this.reading = reading;
    }

    @Override
    public void sample(Batch batch, int row) {
      reading.next(batch, row);
      long slot = read < held.length ? read : random.nextLong(read + 1);
      if (slot < held.length) {
        int at = (int) slot;
        int columns = batch.columns();
        held[at] = Arrays.copyOfRange(batch.values(), row * columns, (row + 1) * columns);
        places[at] = read;
        blocks[at] = reading.block() + (reading.measures() ? SampleSplit.BLOCKS : 0);
        units[at] = reading.unit();
      }
      read++;
    }

    BlockedSamples drawn(int columns) {
      int count = (int) Math.min(read, held.length);
      double[] values = new double[count * columns];
      for (int n = 0; n < count; n++) {
        System.arraycopy(held[n], 0, values, n * columns, columns);
      }
      return new BlockedSamples(
          new Batch(count, columns, values),
          Arrays.copyOf(places, count),
          Arrays.copyOf(blocks, count),
          Arrays.copyOf(units, count));
    }
  }
}
