package org.liegg.core.stability;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.liegg.api.Batch;
import org.liegg.api.BatchStream;
import org.liegg.api.Dataset;
import org.liegg.api.spi.support.FilterDataset;

/**
 * Samples as they stream by, some left out or changed; nothing is held.
 *
 * @param source read from the start
 * @param limit its first samples only
 * @param filter what becomes of a sample; made anew for every pass
 */
record SampleView(Dataset source, long limit, Supplier<Filter> filter) implements FilterDataset {

  /** What becomes of samples, in reading order. */
  interface Filter {
    /**
     * Whether a sample stays.
     *
     * @param place of the sample in the source, from 0
     * @param values it is in there from {@code from} on, and may be changed
     */
    boolean keeps(long place, double[] values, int from);
  }

  @Override
  public OptionalLong samples() {
    return OptionalLong.empty();
  }

  @Override
  public BatchStream batches(int batchSize) {
    return new Stream(source.batches(batchSize));
  }

  private final class Stream implements BatchStream {
    private final BatchStream all;
    private final Filter fresh = filter.get();
    private long read;

    Stream(BatchStream all) {
      this.all = all;
    }

    @Override
    public Optional<Batch> next() {
      while (read < limit) {
        Optional<Batch> batch = all.next();
        if (batch.isEmpty()) {
          return batch;
        }
        Batch kept = kept(batch.get());
        if (kept.rows() > 0) {
          return Optional.of(kept);
        }
      }
      return Optional.empty();
    }

    private Batch kept(Batch batch) {
      int columns = batch.columns();
      double[] values = batch.values().clone();
      int rows = 0;
      for (int row = 0; row < batch.rows() && read < limit; row++, read++) {
        if (fresh.keeps(read, values, row * columns)) {
          System.arraycopy(values, row * columns, values, rows * columns, columns);
          rows++;
        }
      }
      return new Batch(rows, columns, Arrays.copyOf(values, rows * columns));
    }

    @Override
    public void close() {
      all.close();
    }
  }
}
