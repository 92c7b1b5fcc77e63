package org.liegg.core.finite;

import java.util.OptionalLong;
import org.liegg.api.Dataset;

/**
 * How samples are drawn on which finite group elements are tried.
 *
 * @param data all of them
 * @param limit use the first samples only
 * @param batchSize samples held at a time
 * @param wanted how many to draw, ≥ 1
 * @param seed of the draw
 */
public record FiniteDraw(Dataset data, OptionalLong limit, int batchSize, int wanted, long seed) {

  /** So many samples; fewer where there are fewer, or they are large. */
  FiniteSamples samples(int count) {
    return FiniteSamples.draw(data, limit, batchSize, count, seed);
  }
}
