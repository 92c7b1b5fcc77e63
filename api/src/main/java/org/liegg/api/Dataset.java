package org.liegg.api;

import java.util.List;
import java.util.OptionalLong;

/**
 * Samples that can be read from the start as often as asked, a batch at a time and never all at
 * once.
 */
public interface Dataset {

  /** Where the samples come from: a path, or a word for samples in memory. */
  String name();

  /** SHA-256 of the source in lower-case hexadecimal; of the values where there is no file. */
  String sha256();

  /** Features of one sample: everything but the first axis, flattened in C order. */
  int columns();

  /** The axes behind the first, before flattening; their product is {@link #columns}. */
  default List<Integer> sampleShape() {
    return List.of(columns());
  }

  /** What the source calls the columns, one name for each; empty where it does not say. */
  default List<String> columnNames() {
    return List.of();
  }

  /**
   * What a reader of results on these samples must know, as far as they have been read, e.g. how
   * many rows of a table were skipped.
   */
  default List<Warning> warnings() {
    return List.of();
  }

  /** Number of samples, where the format tells it without reading to the end. */
  OptionalLong samples();

  /**
   * Opens the samples from the first one.
   *
   * @param batchSize samples a batch, ≥ 1; the last batch may be smaller, none is empty
   * @throws DataException if the source cannot be read
   */
  BatchStream batches(int batchSize);
}
