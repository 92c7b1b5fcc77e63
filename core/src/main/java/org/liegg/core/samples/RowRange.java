package org.liegg.core.samples;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.liegg.api.Batch;
import org.liegg.api.BatchStream;
import org.liegg.api.Dataset;
import org.liegg.api.Warning;
import org.liegg.api.spi.support.FilterDataset;

/**
 * Samples that follow each other, of a longer source. Those before them are read and passed over.
 *
 * @param source read from the start
 * @param from the first of them, from 0
 * @param to behind the last
 * @param last whether none follow, so that the whole source is read
 */
public record RowRange(Dataset source, long from, long to, boolean last) implements FilterDataset {
  private static final int COUNTED = 256;

  /**
   * How many samples there are, by reading them.
   *
   * @param limit up to so many
   * @throws org.liegg.api.DataException if the data cannot be read
   */
  public static long count(Dataset data, OptionalLong limit) {
    long most = limit.orElse(Long.MAX_VALUE);
    long count = 0;
    try (BatchStream batches = data.batches(COUNTED)) {
      for (Optional<Batch> next = batches.next();
          next.isPresent() && count < most;
          next = batches.next()) {
        count += next.get().rows();
      }
    }
    return Math.min(count, most);
  }

  /** What is noticed of the source, once and where all of it is read. */
  @Override
  public List<Warning> warnings() {
    return last ? source.warnings() : List.of();
  }

  @Override
  public OptionalLong samples() {
    return OptionalLong.of(to - from);
  }

  @Override
  public BatchStream batches(int batchSize) {
    return new Stream(source.batches(batchSize));
  }

  private final class Stream implements BatchStream {
    private final BatchStream all;
    private long read;

    Stream(BatchStream all) {
      this.all = all;
    }

    @Override
    public Optional<Batch> next() {
      while (read < to) {
        Optional<Batch> next = all.next();
        if (next.isEmpty()) {
          return next;
        }
        Batch batch = next.get();
        int first = (int) Math.min(batch.rows(), Math.max(0, from - read));
        int end = (int) Math.min(batch.rows(), to - read);
        read += batch.rows();
        if (first < end) {
          return Optional.of(batch.slice(first, end));
        }
      }
      return Optional.empty();
    }

    @Override
    public void close() {
      all.close();
    }
  }
}
