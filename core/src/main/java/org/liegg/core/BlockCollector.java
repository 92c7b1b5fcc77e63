package org.liegg.core;

import java.util.Arrays;
import java.util.Optional;
import org.liegg.api.Batch;

/**
 * Collects samples of many blocks into batches in which those of one block stand together, a few at
 * a time, so that they can be paired with each other.
 */
final class BlockCollector {
  /** Samples of one block that follow each other, unless they are large. */
  private static final int GROUP = 16;

  /** What pairing needs at least: a sample, and two to pair it with. */
  private static final int SMALLEST_GROUP = 3;

  /** Values that may wait for their groups to fill: 32 MB. */
  private static final long WAITING = 4L << 20;

  private final int columns;
  private final int group;
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
    waiting = new double[blocks][group * columns];
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
    if (count[block] < group) {
      return Optional.empty();
    }
    return flush(block);
  }

  /** The next batch of what is left, empty when nothing is. */
  Optional<LabelledBatch> rest() {
    for (int block = 0; block < count.length; block++) {
      if (count[block] > 0) {
        Optional<LabelledBatch> full = flush(block);
        if (full.isPresent()) {
          return full;
        }
      }
    }
    return rows == 0 ? Optional.empty() : Optional.of(take());
  }

  private Optional<LabelledBatch> flush(int block) {
    Optional<LabelledBatch> full =
        rows + count[block] > blocks.length ? Optional.of(take()) : Optional.empty();
    System.arraycopy(waiting[block], 0, values, rows * columns, count[block] * columns);
    Arrays.fill(blocks, rows, rows + count[block], block);
    rows += count[block];
    count[block] = 0;
    return full;
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
