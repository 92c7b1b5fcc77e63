package org.liegg.core.pass;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.liegg.api.Batch;
import org.liegg.api.BatchStream;
import org.liegg.api.Dataset;
import org.liegg.core.samples.BlockAssignment;
import org.liegg.core.samples.DuplicateSketch;
import org.liegg.core.samples.SampleSplit;

/**
 * Reads samples and distributes the batches of one part of them.
 *
 * @param data read from the start
 * @param limit use the first samples only
 * @param batchSize samples a batch
 * @param part which samples
 * @param assignment to halves and blocks
 * @param duplicates hears of every sample distributed
 */
public record BatchDistributor(
    Dataset data,
    OptionalLong limit,
    int batchSize,
    SampleSplit.Part part,
    BlockAssignment assignment,
    DuplicateSketch duplicates) {

  /**
   * Distributes all batches.
   *
   * @param taker of batches
   * @param distributed hears how many samples were distributed so far
   * @return how many there were
   */
  long distribute(Stages stages, Consumer<LabelledBatch> taker, LongConsumer distributed) {
    int blocks = part == SampleSplit.Part.ALL ? 1 : SampleSplit.BLOCKS;
    BlockCollector collector =
        new BlockCollector(blocks, data.columns(), batchSize, assignment.inOrder());
    BlockAssignment.Reading reading = assignment.start();
    int block = 0;
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
          reading.next(batch, row);
          if (part.takes(reading.measures())) {
            duplicates.add(SampleSplit.hash(batch, row));
            int previous = block;
            block = blocks == 1 ? 0 : reading.block();
            if (assignment.inOrder() && block != previous) {
              distribute(collector, previous, taker);
            }
            collector.add(batch, row, block, reading.unit()).ifPresent(taker);
            taken++;
          }
        }
        read += rows;
        distributed.accept(taken);
      }
    }
    for (Optional<LabelledBatch> rest = collector.rest();
        rest.isPresent();
        rest = collector.rest()) {
      taker.accept(rest.get());
    }
    return taken;
  }

  private static void distribute(
      BlockCollector collector, int block, Consumer<LabelledBatch> taker) {
    for (Optional<LabelledBatch> rest = collector.complete(block);
        rest.isPresent();
        rest = collector.complete(block)) {
      taker.accept(rest.get());
    }
  }
}
