package org.liegg.core.discrete;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.liegg.api.Batch;
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
    int[] rows =
        IntStream.range(0, samples.count()).filter(n -> block.test(samples.blocks()[n])).toArray();
    int columns = samples.batch().columns();
    double[] values = new double[rows.length * columns];
    for (int at = 0; at < rows.length; at++) {
      System.arraycopy(samples.batch().values(), rows[at] * columns, values, at * columns, columns);
    }
    return new BlockedSamples(
        new Batch(rows.length, columns, values),
        Arrays.stream(rows).mapToLong(n -> samples.places()[n]).toArray(),
        Arrays.stream(rows).map(n -> samples.blocks()[n]).toArray(),
        Arrays.stream(rows).mapToLong(n -> samples.units()[n]).toArray());
  }
}
