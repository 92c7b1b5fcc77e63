package org.liegg.data.support;

import org.liegg.api.BatchStream;
import org.liegg.api.Dataset;

/** A data set that can stop early without reading, or judging, what comes after. */
public interface Cuttable extends Dataset {

  /** As {@link #batches(int)}, of the first {@code limit} samples, or all if there are fewer. */
  BatchStream batches(int batchSize, long limit);

  @Override
  default BatchStream batches(int batchSize) {
    return batches(batchSize, Long.MAX_VALUE);
  }
}
