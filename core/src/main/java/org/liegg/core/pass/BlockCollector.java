package org.liegg.core.pass;

import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.liegg.api.Batch;

/**
 * Collects samples of many blocks into batches in which those of one block stand together, a few at
 * a time, so that they can be paired with each other. Samples wait in a pool of their block and
 * leave it in random order, the same in every run: neighbours in a sorted file are alike, and a
 * sample paired with its like says nothing of the baseline.
 */
final class BlockCollector {
  /** Samples of one block that follow each other, unless they are large. */
  private static final int GROUP = 16;

  /** What pairing needs at least: a sample, and two to pair it with. */
  private static final int SMALLEST_GROUP = 3;

  /** Samples of one block that wait to be mixed, unless they are large. */
  private static final int POOL = 256;

  /** And where blocks follow each other, so that only one is filled at a time. */
  private static final int POOL_IN_ORDER = 8_192;

  /** Values that may wait: 32 MB. */
  private static final long WAITING = 4L << 20;

  private final int columns;
  private final int group;
  private final int pool;
  private final Random random = new Random(1);
  private final double[][] waiting;
  private final long[][] waitingUnits;
  private final int[] count;
  private double[] values;
  private int[] blocks;
  private long[] units;
  private int rows;

  /**
   * @param blocks number of blocks; with one, samples keep their order
   * @param batchSize samples a batch, at least; full groups are not cut
   * @param inOrder whether a block is complete when the next begins
   */
  BlockCollector(int blocks, int columns, int batchSize, boolean inOrder) {
    this.columns = columns;
    group =
        (int)
            Math.max(
                SMALLEST_GROUP, Math.min(GROUP, WAITING / Math.max(1, (long) blocks * columns)));
    long share = WAITING / Math.max(1, (long) (inOrder ? 1 : blocks) * columns);
    pool =
        blocks == 1
            ? group
            : (int) Math.max(group, Math.min(inOrder ? POOL_IN_ORDER : POOL, share));
    waiting = new double[blocks][0];
    waitingUnits = new long[blocks][0];
    count = new int[blocks];
    int capacity = Math.max(batchSize, group);
    this.blocks = new int[capacity];
    units = new long[capacity];
    values = new double[capacity * columns];
  }

  /** Takes a sample; gives a batch when one is full. */
  Optional<LabelledBatch> add(Batch batch, int row, int block, long unit) {
    if (waitingUnits[block].length == 0) {
      waiting[block] = new double[pool * columns];
      waitingUnits[block] = new long[pool];
    }
    waitingUnits[block][count[block]] = unit;
    System.arraycopy(
        batch.values(), row * columns, waiting[block], count[block] * columns, columns);
    count[block]++;
    if (count[block] < pool) {
      return Optional.empty();
    }
    return flush(block);
  }

  /** A batch of what is left of a block that is complete, empty when that makes none. */
  Optional<LabelledBatch> complete(int block) {
    while (count[block] > 0) {
      Optional<LabelledBatch> full = flush(block);
      if (full.isPresent()) {
        return full;
      }
    }
    waiting[block] = new double[0];
    waitingUnits[block] = new long[0];
    return Optional.empty();
  }

  /** The next batch of what is left, empty when nothing is. */
  Optional<LabelledBatch> rest() {
    for (int block = 0; block < count.length; block++) {
      Optional<LabelledBatch> full = complete(block);
      if (full.isPresent()) {
        return full;
      }
    }
    return rows == 0 ? Optional.empty() : Optional.of(take());
  }

  private Optional<LabelledBatch> flush(int block) {
    int leaving = Math.min(group, count[block]);
    Optional<LabelledBatch> full =
        rows + leaving > blocks.length ? Optional.of(take()) : Optional.empty();
    if (count.length > 1) {
      mix(waiting[block], waitingUnits[block], count[block], leaving);
    }
    int staying = count[block] - leaving;
    System.arraycopy(waiting[block], staying * columns, values, rows * columns, leaving * columns);
    System.arraycopy(waitingUnits[block], staying, units, rows, leaving);
    Arrays.fill(blocks, rows, rows + leaving, block);
    rows += leaving;
    count[block] = staying;
    return full;
  }

  /** Brings random samples to the end, the last steps of a Fisher-Yates shuffle. */
  private void mix(double[] samples, long[] ofUnits, int size, int leaving) {
    for (int last = size - 1; last >= size - leaving; last--) {
      int chosen = random.nextInt(last + 1);
      long unit = ofUnits[chosen];
      ofUnits[chosen] = ofUnits[last];
      ofUnits[last] = unit;
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
            Arrays.copyOf(blocks, rows),
            Arrays.copyOf(units, rows));
    rows = 0;
    return batch;
  }
}
