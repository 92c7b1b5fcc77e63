package org.liegg.core.samples;

import java.util.Optional;
import java.util.OptionalLong;
import org.liegg.api.Batch;
import org.liegg.api.BatchStream;
import org.liegg.api.Dataset;
import org.liegg.api.spi.support.FilterDataset;

/**
 * Samples that follow each other, of a longer source. Those before them are read and passed over.
 *
 * @param source read from the start
 * @param from the first of them, from 0
 * @param to behind the last
 */
public record RowRange(Dataset source, long from, long to) implements FilterDataset {

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
