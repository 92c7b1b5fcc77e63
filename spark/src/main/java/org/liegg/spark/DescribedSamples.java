package org.liegg.spark;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.liegg.api.Batch;
import org.liegg.api.BatchStream;
import org.liegg.api.Dataset;

/**
 * What every process is told of all samples: what they are, and the first of them. Whoever reads on
 * is refused, since the others are with their parts.
 *
 * @param name how reports and messages call the dataset
 * @param sha256 of all values, by partition
 * @param names of the values of a sample
 * @param total how many samples there are
 * @param first of them, row by row
 */
record DescribedSamples(String name, String sha256, String[] names, long total, double[][] first)
    implements Dataset, Serializable {

  @Override
  public int columns() {
    return names.length;
  }

  @Override
  public List<String> columnNames() {
    return List.of(names);
  }

  @Override
  public OptionalLong samples() {
    return OptionalLong.of(total);
  }

  /** The first samples as one batch. */
  Batch batch() {
    return batch(0, first.length);
  }

  private Batch batch(int from, int to) {
    double[] values = new double[(to - from) * columns()];
    for (int row = from; row < to; row++) {
      System.arraycopy(first[row], 0, values, (row - from) * columns(), columns());
    }
    return new Batch(to - from, columns(), values);
  }

  @Override
  public BatchStream batches(int batchSize) {
    return new BatchStream() {
      private int read;

      @Override
      public Optional<Batch> next() {
        if (read == total) {
          return Optional.empty();
        }
        if (read == first.length) {
          throw new IllegalStateException(
              "All %d samples of %s are read where only parts are".formatted(total, name));
        }
        int from = read;
        read = Math.min(first.length, from + batchSize);
        return Optional.of(batch(from, read));
      }

      @Override
      public void close() {}
    };
  }
}
