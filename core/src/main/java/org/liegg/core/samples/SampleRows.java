package org.liegg.core.samples;

import java.util.Optional;
import java.util.OptionalLong;
import org.liegg.api.Batch;
import org.liegg.api.BatchStream;
import org.liegg.api.DataException;
import org.liegg.api.Dataset;
import org.liegg.api.ModelInfo;

/** Samples by their places. */
public final class SampleRows {
  /** Numbers that are read at a time. */
  private static final int READ = 1 << 20;

  private SampleRows() {}

  /**
   * Refuses data that are not of the size that a model takes.
   *
   * @throws DataException {@code LIEGG-DATA-WIDTH} if they are not
   */
  public static void requireFit(Dataset data, ModelInfo model) {
    if (data.columns() != model.sampleSize()) {
      throw new DataException(
          "LIEGG-DATA-WIDTH",
          "data " + data.name(),
          "a sample has %d values, the model %s takes %d"
              .formatted(data.columns(), model.path(), model.sampleSize()),
          "give the data that the model was made for, or choose columns of a table with --columns"
              + " or --exclude");
    }
  }

  /**
   * One sample, {@code 1 × columns}. The data are read up to it, a batch at a time.
   *
   * @param place of the sample, from 0
   * @param limit the first samples alone are there
   * @throws DataException {@code LIEGG-DATA-SAMPLE} if there is no such sample
   */
  public static Batch at(Dataset data, long place, OptionalLong limit) {
    if (place < 0 || (limit.isPresent() && place >= limit.getAsLong())) {
      throw missing(data, place, limit.isPresent() ? limit : data.samples());
    }
    int batchSize = Math.max(1, READ / Math.max(1, data.columns()));
    long before = 0;
    try (BatchStream stream = data.batches(batchSize)) {
      Optional<Batch> batch = stream.next();
      while (batch.isPresent()) {
        int rows = batch.get().rows();
        if (place < before + rows) {
          int row = (int) (place - before);
          return batch.get().slice(row, row + 1);
        }
        before += rows;
        batch = stream.next();
      }
    }
    throw missing(data, place, OptionalLong.of(before));
  }

  private static DataException missing(Dataset data, long place, OptionalLong samples) {
    return new DataException(
        "LIEGG-DATA-SAMPLE",
        "data " + data.name(),
        samples.isPresent()
            ? "sample %d was asked for, and %d are used, counted from 0"
                .formatted(place, samples.getAsLong())
            : "sample %d was asked for, and they are counted from 0".formatted(place),
        "ask for another sample");
  }
}
