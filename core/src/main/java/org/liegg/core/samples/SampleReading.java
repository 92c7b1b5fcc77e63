package org.liegg.core.samples;

import java.util.Optional;
import java.util.OptionalLong;
import org.liegg.api.Batch;
import org.liegg.api.BatchStream;
import org.liegg.api.Dataset;

/**
 * One reading of the samples from the start, row by row.
 *
 * @param data read from the start
 * @param limit use the first samples only
 * @param batchSize samples a batch
 */
record SampleReading(Dataset data, OptionalLong limit, int batchSize) {

  /** Hears of every sample in reading order. */
  interface Listener {
    /** A sample: row {@code row} of a batch. */
    void sample(Batch batch, int row);

    /** A batch was read, before its samples are heard. */
    default void batch(Batch batch) {}
  }

  /** Reads all of it. */
  void read(Listener listener) {
    long read = 0;
    try (BatchStream batches = data.batches(batchSize)) {
      while (limit.isEmpty() || read < limit.getAsLong()) {
        Optional<Batch> next = batches.next();
        if (next.isEmpty()) {
          return;
        }
        int rows = (int) Math.min(next.get().rows(), limit.orElse(Long.MAX_VALUE) - read);
        Batch batch = next.get().slice(0, rows);
        listener.batch(batch);
        for (int row = 0; row < rows; row++) {
          listener.sample(batch, row);
        }
        read += rows;
      }
    }
  }
}
