package org.liegg.core;

import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.liegg.api.Batch;

/**
 * Collects samples of many blocks into batches in which those of one block stand together, a few at
 * a time, so that they can be paired with each other. Samples wait in a pool of their block and
 * leave it in random order, the same in every run: neighbours in a sorted file are alike, and a
 * sample paired with its like says nothing of chance.
 */
final class BlockCollector {
  /** Samples of one block that follow each other, unless they are large. */
  private static final int GROUP = 16;

  /** What pairing needs at least: a sample, and two to pair it with. */
  private static final int SMALLEST_GROUP = 3;

  /** Samples of one block that wait to be mixed, unless they are large. */
  private static final int POOL = 256;

  /** Values that may wait: 32 MB. */
  private static final long WAITING = 4L << 20;

  private final int columns;
  private final int group;
  private final int pool;
  private final Random random = new Random(1);
  private final double[][] waiting;
  private final int[] count;
  private double[] values;
  private int[] blocks;
  private int rows;

  /**
   * @param blocks number of blocks; with one, samples keep their order
   * @param batchSize samples a batch, at least; full groups are not cut
   */
  BlockCollector(int blocks, int columns, int batchSize) {
    this.columns = columns;
    group =
        (int)
            Math.max(
                SMALLEST_GROUP, Math.min(GROUP, WAITING / Math.max(1, (long) blocks * columns)));
    pool =
        blocks == 1
            ? group
            : (int) Math.max(group, Math.min(POOL, WAITING / Math.max(1, (long) blocks * columns)));
    waiting = new double[blocks][pool * columns];
    count = new int[blocks];
    int capacity = Math.max(batchSize, group);
    this.blocks = new int[capacity];
    values = new double[capacity * columns];
  }

  /** Takes a sample; gives a batch when one is full. */
  Optional<LabelledBatch> add(Batch batch, int row, int block) {
    System.arraycopy(
        batch.values(), row * columns, waiting[block], count[block] * columns, columns);
    count[block]++;
    if (count[block] < pool) {
      return Optional.empty();
    }
    return flush(block);
  }

  /** The next batch of what is left, empty when nothing is. */
  Optional<LabelledBatch> rest() {
    for (int block = 0; block < count.length; block++) {
      while (count[block] > 0) {
        Optional<LabelledBatch> full = flush(block);
        if (full.isPresent()) {
          return full;
        }
      }
    }
    return rows == 0 ? Optional.empty() : Optional.of(take());
  }

  private Optional<LabelledBatch> flush(int block) {
    int leaving = Math.min(group, count[block]);
    Optional<LabelledBatch> full =
        rows + leaving > blocks.length ? Optional.of(take()) : Optional.empty();
    if (count.length > 1) {
      mix(waiting[block], count[block], leaving);
    }
    int staying = count[block] - leaving;
    System.arraycopy(waiting[block], staying * columns, values, rows * columns, leaving * columns);
    Arrays.fill(blocks, rows, rows + leaving, block);
    rows += leaving;
    count[block] = staying;
    return full;
  }

  /** Brings random samples to the end, the last steps of a Fisher-Yates shuffle. */
  private void mix(double[] samples, int size, int leaving) {
    for (int last = size - 1; last >= size - leaving; last--) {
      int chosen = random.nextInt(last + 1);
      for (int i = 0; i < columns; i++) {
        double value = samples[chosen * columns + i];
        samples[chosen * columns + i] = samples[last * columns + i];
        samples[last * columns + i] = value;
      }
    }
  }

  private LabelledBatch take() {
    LabelledBatch batch =
        new LabelledBatch(
            new Batch(rows, columns, Arrays.copyOf(values, rows * columns)),
            Arrays.copyOf(blocks, rows));
    rows = 0;
    return batch;
  }
}
