package org.liegg.core.settings;

import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * Which samples are used, and how they are read.
 *
 * @param limit use the first samples only, ≥ 1; all of them where empty
 * @param batchSize samples held at a time, ≥ 1; as many as fit into some megabytes where empty
 * @param seed of the samples that finite transformations are tried on, and of the halves and the
 *     noise of the stability trials; nothing else is drawn at random
 */
public record Sampling(OptionalLong limit, OptionalInt batchSize, long seed) {
  /** Default seed. */
  public static final long DEFAULT_SEED = 0;

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if limit or batch size is less than 1
   */
  public Sampling {
    limit.ifPresent(
        samples ->
            Checks.require(
                samples >= 1, "limit is %d: at least one sample is needed".formatted(samples)));
    batchSize.ifPresent(
        samples ->
            Checks.require(
                samples >= 1,
                "batch-size is %d: a batch has at least one sample".formatted(samples)));
  }

  /** All samples, in batches of automatic size. */
  public static Sampling defaults() {
    return new Sampling(OptionalLong.empty(), OptionalInt.empty(), DEFAULT_SEED);
  }
}
