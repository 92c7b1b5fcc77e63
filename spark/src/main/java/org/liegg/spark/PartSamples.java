package org.liegg.spark;

import java.util.Iterator;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.spark.util.LongAccumulator;
import org.liegg.api.Batch;
import org.liegg.api.BatchStream;
import org.liegg.api.Dataset;

/**
 * The samples of one part as a task is given them: once, and never more than a batch at a time. The
 * batches are those that a reader of all samples would have, cut at the ends of the part.
 */
final class PartSamples implements Dataset {
  private final DescribedSamples all;
  private final Iterator<double[]> rows;
  private final Range range;
  private final LongAccumulator counter;
  private boolean opened;
  private boolean done;

  /**
   * Which of the rows are the part's.
   *
   * @param before how many rows that are given come before the part
   * @param from its first row among all
   * @param to behind its last
   * @param last whether no row that is given follows
   */
  record Range(long before, long from, long to, boolean last) {}

  PartSamples(DescribedSamples all, Iterator<double[]> rows, Range range, LongAccumulator counter) {
    this.all = all;
    this.rows = rows;
    this.range = range;
    this.counter = counter;
  }

  @Override
  public String name() {
    return all.name();
  }

  /** That of the samples that this is a part of. */
  @Override
  public String sha256() {
    return all.sha256();
  }

  @Override
  public int columns() {
    return all.columns();
  }

  @Override
  public OptionalLong samples() {
    return OptionalLong.of(range.to - range.from);
  }

  /** Whether all samples were read. */
  boolean done() {
    return done;
  }

  /**
   * The samples, once.
   *
   * @throws IllegalStateException at a second call
   */
  @Override
  public BatchStream batches(int batchSize) {
    if (opened) {
      throw new IllegalStateException("The samples of a task are there once");
    }
    opened = true;
    return new BatchStream() {
      private long place = range.from - range.before;

      @Override
      public Optional<Batch> next() {
        while (place < range.from) {
          row();
        }
        int size = (int) Math.min(range.to - place, batchSize - place % batchSize);
        if (size == 0) {
          end();
          return Optional.empty();
        }
        double[] values = new double[Math.multiplyExact(size, columns())];
        for (int i = 0; i < size; i++) {
          System.arraycopy(row(), 0, values, i * columns(), columns());
        }
        counter.add(size);
        return Optional.of(new Batch(size, columns(), values));
      }

      private double[] row() {
        if (!rows.hasNext()) {
          throw PartitionRows.changed(name(), "it ends at row %d".formatted(place));
        }
        place++;
        return rows.next();
      }

      /** Rows that were added behind those that were counted are seen where nothing may follow. */
      private void end() {
        if (range.last && rows.hasNext()) {
          throw PartitionRows.changed(name(), "it goes on behind row %d".formatted(place));
        }
        done = true;
      }

      @Override
      public void close() {}
    };
  }
}
