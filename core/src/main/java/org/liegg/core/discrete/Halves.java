package org.liegg.core.discrete;

import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.liegg.core.samples.BlockedSamples;
import org.liegg.core.samples.SampleSplit;

/**
 * Samples that choose, and samples that measure what was chosen; none of one is related to one of
 * the other.
 */
record Halves(BlockedSamples choosing, BlockedSamples measuring) {

  static Halves of(BlockedSamples samples) {
    return new Halves(
        those(samples, block -> block < SampleSplit.BLOCKS),
        those(samples, block -> block >= SampleSplit.BLOCKS));
  }

  private static BlockedSamples those(BlockedSamples samples, IntPredicate block) {
    return samples.rows(
        IntStream.range(0, samples.count()).filter(n -> block.test(samples.blocks()[n])).toArray());
  }
}
