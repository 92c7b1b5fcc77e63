package org.liegg.benchmarks;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import org.liegg.api.Batch;
import org.liegg.api.BatchStream;
import org.liegg.api.Dataset;

/**
 * Standard normal samples that are drawn anew at every reading, and so take no memory.
 *
 * @param count N
 * @param columns d
 */
record NormalSamples(long count, int columns) implements Dataset {
  private static final long SEED = 1;

  @Override
  public String name() {
    return "normal samples";
  }

  @Override
  public String sha256() {
    return "0".repeat(64);
  }

  @Override
  public OptionalLong samples() {
    return OptionalLong.of(count);
  }

  @Override
  public BatchStream batches(int batchSize) {
    return new Stream(batchSize);
  }

  private final class Stream implements BatchStream {
    private final SplittableRandom random = new SplittableRandom(SEED);
    private final int batchSize;
    private long given;

    Stream(int batchSize) {
      this.batchSize = batchSize;
    }

    @Override
    public Optional<Batch> next() {
      int rows = (int) Math.min(batchSize, count - given);
      if (rows == 0) {
        return Optional.empty();
      }
      given += rows;
      double[] values = new double[rows * columns];
      for (int i = 0; i < values.length; i++) {
        values[i] = random.nextGaussian();
      }
      return Optional.of(new Batch(rows, columns, values));
    }

    /** There is nothing to release. */
    @Override
    public void close() {}
  }
}
