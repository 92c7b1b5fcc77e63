package org.liegg.fuzz.targets;

import java.nio.file.Path;
import java.util.Optional;
import org.liegg.api.Batch;
import org.liegg.api.BatchStream;
import org.liegg.api.Dataset;
import org.liegg.data.DataOptions;
import org.liegg.data.Datasets;

/** Reads samples to their end. */
final class SampleReading {
  private static final int BATCH = 7;

  private SampleReading() {}

  static void read(Path path, DataOptions options) {
    Dataset data = Datasets.open(path, options);
    data.name();
    try (BatchStream batches = data.batches(BATCH)) {
      for (Optional<Batch> batch = batches.next(); batch.isPresent(); batch = batches.next()) {
        if (batch.get().values().length == 0) {
          throw new AssertionError("an empty batch");
        }
      }
    }
    data.warnings();
  }
}
