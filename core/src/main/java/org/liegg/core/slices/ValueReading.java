package org.liegg.core.slices;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;
import org.liegg.api.Batch;
import org.liegg.api.BatchStream;
import org.liegg.api.DataException;
import org.liegg.core.settings.Slicing;

/**
 * Reads values that are no part of the samples.
 *
 * @param asked the values
 * @param source the data that the samples are of
 */
record ValueReading(Slicing.Values asked, Slicer.Source source) {
  private static final int BATCH = 4096;

  /**
   * The values of some samples.
   *
   * @param places of these in the data, each once
   * @throws DataException {@code LIEGG-SLICE-ROWS} if there is not one value of every sample
   */
  double[] at(long[] places) {
    if (source.skipped()) {
      throw rows("rows of the data were skipped, so that values belong to no known sample");
    }
    if (asked.values().columns() != 1) {
      throw rows("it has %d values of a sample".formatted(asked.values().columns()));
    }
    double[] found = new double[places.length];
    long count = read(places, found);
    if (count < source.samples() || (count > source.samples() && !source.limited())) {
      throw rows(
          "it has values of %d samples, and there are %d".formatted(count, source.samples()));
    }
    return found;
  }

  /** How many there are, and those at these places. */
  private long read(long[] places, double[] found) {
    int[] order =
        IntStream.range(0, places.length)
            .boxed()
            .sorted(Comparator.comparingLong(n -> places[n]))
            .mapToInt(Integer::intValue)
            .toArray();
    long count = 0;
    int next = 0;
    try (BatchStream batches = asked.values().batches(BATCH)) {
      for (Optional<Batch> read = batches.next(); read.isPresent(); read = batches.next()) {
        for (double value : read.get().values()) {
          if (next < order.length && places[order[next]] == count) {
            found[order[next++]] = value;
          }
          count++;
        }
      }
    }
    return count;
  }

  private DataException rows(String found) {
    return new DataException(
        "LIEGG-SLICE-ROWS",
        "slice '%s'".formatted(asked.text()),
        found,
        "give one value of every sample, in the order of the data");
  }
}
