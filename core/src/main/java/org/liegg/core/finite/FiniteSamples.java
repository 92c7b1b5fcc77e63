package org.liegg.core.finite;

import java.util.OptionalLong;
import org.liegg.api.Batch;
import org.liegg.api.Dataset;
import org.liegg.core.samples.BlockAssignment;
import org.liegg.core.samples.BlockedSamples;

/**
 * A few of the samples, each with the same chance.
 *
 * @param batch the samples
 * @param places of each in the data, from 0
 */
public record FiniteSamples(Batch batch, long[] places) {
  /** As many as are drawn where nothing else is asked for. */
  static final int DEFAULT = 1000;

  /**
   * Draws.
   *
   * @param limit use the first samples only
   * @param wanted how many; fewer where there are fewer, or they are large
   */
  static FiniteSamples draw(
      Dataset data, OptionalLong limit, int batchSize, int wanted, long seed) {
    BlockedSamples drawn =
        BlockedSamples.draw(data, limit, batchSize, wanted, seed, BlockAssignment.byValue());
    return new FiniteSamples(drawn.batch(), drawn.places());
  }

  int count() {
    return places.length;
  }
}
