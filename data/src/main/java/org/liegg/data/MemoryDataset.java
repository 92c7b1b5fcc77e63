package org.liegg.data;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.liegg.api.Batch;
import org.liegg.api.BatchStream;
import org.liegg.data.support.BatchValues;
import org.liegg.data.support.Cuttable;
import org.liegg.data.support.Digests;
import org.liegg.data.support.Finite;

/** Samples that the caller holds. */
final class MemoryDataset implements Cuttable {

  private final String name;
  private final Batch samples;
  private final Supplier<String> digest;

  MemoryDataset(String name, Batch samples) {
    this.name = name;
    this.samples = samples;
    this.digest = Digests.ofValues(samples.values());
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String sha256() {
    return digest.get();
  }

  @Override
  public int columns() {
    return samples.columns();
  }

  @Override
  public OptionalLong samples() {
    return OptionalLong.of(samples.rows());
  }

  @Override
  public BatchStream batches(int batchSize, long limit) {
    String subject = "data " + name;
    BatchValues.requireBatchSize(subject, batchSize);
    int end = (int) Math.min(samples.rows(), limit);
    return new BatchStream() {
      private int row;
      private boolean closed;

      @Override
      public Optional<Batch> next() {
        if (closed) {
          throw new IllegalStateException("this pass over " + name + " is closed");
        }
        if (row == end) {
          return Optional.empty();
        }
        int first = row;
        row += Math.min(batchSize, end - first);
        return Optional.of(Finite.require(subject, first, samples.slice(first, row)));
      }

      @Override
      public void close() {
        closed = true;
      }
    };
  }
}
