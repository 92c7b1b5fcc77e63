package org.liegg.core.parts;

import java.util.Optional;
import java.util.OptionalLong;
import org.liegg.api.Batch;
import org.liegg.api.BatchStream;
import org.liegg.api.Dataset;
import org.liegg.api.spi.support.FilterDataset;
import org.liegg.core.samples.PartSize;

/**
 * The samples of one part, which remembers what it was last read of, so that every round can tell
 * whether it is of the samples that the survey saw. Confined to one thread.
 */
public final class CountedSamples implements FilterDataset {
  private final Dataset samples;
  private final int part;
  private PartSize read;

  /**
   * Samples that were not read yet.
   *
   * @param samples of the part alone
   */
  public CountedSamples(Dataset samples, Part part) {
    this.samples = samples;
    this.part = part.index();
    read = PartSize.empty(this.part);
  }

  @Override
  public Dataset source() {
    return samples;
  }

  @Override
  public OptionalLong samples() {
    return samples.samples();
  }

  @Override
  public BatchStream batches(int batchSize) {
    read = PartSize.empty(part);
    BatchStream batches = samples.batches(batchSize);
    return new BatchStream() {
      @Override
      public Optional<Batch> next() {
        Optional<Batch> next = batches.next();
        next.ifPresent(CountedSamples.this::count);
        return next;
      }

      @Override
      public void close() {
        batches.close();
      }
    };
  }

  private void count(Batch batch) {
    for (int row = 0; row < batch.rows(); row++) {
      read = read.with(batch, row);
    }
  }

  /**
   * Refuses samples that are not those of the survey.
   *
   * @throws org.liegg.api.StateException {@code LIEGG-STATE-OTHER}
   */
  public void require(PartSize surveyed) {
    if (!read.equals(surveyed)) {
      throw Identity.other(
          "data " + samples.name(),
          "the %d samples of part %d are not the %d that the survey saw there"
              .formatted(read.samples(), part + 1, surveyed.samples()));
    }
  }
}
