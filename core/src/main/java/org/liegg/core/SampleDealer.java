package org.liegg.core;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.liegg.api.Batch;
import org.liegg.api.BatchStream;
import org.liegg.api.Dataset;
import org.liegg.core.samples.DuplicateSketch;
import org.liegg.core.samples.SampleSplit;

/**
 * Reads samples and deals the batches of one part of them.
 *
 * @param data read from the start
 * @param limit use the first samples only
 * @param batchSize samples a batch
 * @param part which samples
 * @param duplicates hears of every sample dealt
 */
record SampleDealer(
    Dataset data,
    OptionalLong limit,
    int batchSize,
    SampleSplit.Part part,
    DuplicateSketch duplicates) {

  /**
   * Deals all batches.
   *
   * @param taker of batches
   * @param dealt hears how many samples were dealt so far
   * @return how many there were
   */
  long deal(Stages stages, Consumer<LabelledBatch> taker, LongConsumer dealt) {
    int blocks = part == SampleSplit.Part.ALL ? 1 : SampleSplit.BLOCKS;
    BlockCollector collector = new BlockCollector(blocks, data.columns(), batchSize);
    long read = 0;
    long taken = 0;
    try (BatchStream batches = stages.time("read", () -> data.batches(batchSize))) {
      while (limit.isEmpty() || read < limit.getAsLong()) {
        Optional<Batch> next = stages.time("read", batches::next);
        if (next.isEmpty()) {
          break;
        }
        Batch batch = next.get();
        int rows = (int) Math.min(batch.rows(), limit.orElse(Long.MAX_VALUE) - read);
        for (int row = 0; row < rows; row++) {
          long hash = SampleSplit.hash(batch, row);
          if (part.takes(hash)) {
            duplicates.add(hash);
            int block = blocks == 1 ? 0 : SampleSplit.block(hash);
            collector.add(batch, row, block).ifPresent(taker);
            taken++;
          }
        }
        read += rows;
        dealt.accept(taken);
      }
    }
    for (Optional<LabelledBatch> rest = collector.rest();
        rest.isPresent();
        rest = collector.rest()) {
      taker.accept(rest.get());
    }
    return taken;
  }
}
