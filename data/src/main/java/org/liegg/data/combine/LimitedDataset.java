package org.liegg.data.combine;

import java.util.Optional;
import java.util.OptionalLong;
import org.liegg.api.Batch;
import org.liegg.api.BatchStream;
import org.liegg.api.Dataset;
import org.liegg.api.spi.support.FilterDataset;
import org.liegg.data.support.Cuttable;

/**
 * The first samples of a data set.
 *
 * @param source the whole
 * @param limit how many, ≥ 1
 */
public record LimitedDataset(Dataset source, long limit) implements Cuttable, FilterDataset {

  @Override
  public OptionalLong samples() {
    return source.samples().stream().map(all -> Math.min(all, limit)).findFirst();
  }

  @Override
  public BatchStream batches(int batchSize, long most) {
    long end = Math.min(limit, most);
    if (source instanceof Cuttable cuttable) {
      return cuttable.batches(batchSize, end);
    }
    return cut(source.batches((int) Math.min(batchSize, end)), end);
  }

  /** A stranger's data set is asked for whole batches, and the last one is sliced. */
  private static BatchStream cut(BatchStream whole, long end) {
    return new BatchStream() {
      private long left = end;

      @Override
      public Optional<Batch> next() {
        if (left == 0) {
          return Optional.empty();
        }
        Optional<Batch> batch =
            whole.next().map(full -> full.slice(0, (int) Math.min(full.rows(), left)));
        left -= batch.map(Batch::rows).orElse(0);
        return batch;
      }

      @Override
      public void close() {
        whole.close();
      }
    };
  }
}
