package org.liegg.core.finite;

import java.util.List;
import java.util.OptionalLong;
import java.util.function.IntFunction;
import org.liegg.api.Dataset;

/**
 * The samples on which finite group elements are tried.
 *
 * @param sampleShape of one sample
 * @param batchSize samples held at a time
 * @param wanted how many there may be, ≥ 1
 * @param sessions of the model that try them side by side, ≥ 1
 * @param draw gives so many; fewer where there are fewer, or they are large
 */
public record FiniteDraw(
    List<Integer> sampleShape,
    int batchSize,
    int wanted,
    int sessions,
    IntFunction<FiniteSamples> draw) {

  /**
   * Drawn from a source, which is read for it.
   *
   * @param limit use the first samples only
   * @param seed of the draw
   * @param sessions of the model that try them side by side, ≥ 1
   */
  public static FiniteDraw from(
      Dataset data, OptionalLong limit, int batchSize, int wanted, long seed, int sessions) {
    return new FiniteDraw(
        data.sampleShape(),
        batchSize,
        wanted,
        sessions,
        count -> FiniteSamples.draw(data, limit, batchSize, count, seed));
  }

  FiniteSamples samples(int count) {
    return draw.apply(count);
  }
}
