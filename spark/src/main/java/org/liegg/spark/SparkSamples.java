package org.liegg.spark;

import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.liegg.api.ModelSource;

/**
 * Columns of a Spark dataset as samples, a row a sample: numbers, arrays of numbers, or vectors of
 * Spark's machine learning, side by side in the order that they are named in.
 *
 * @param rows the dataset; when it is read again, it must give the same rows in the same order
 * @param columns by name; all where empty
 * @param name how reports and messages call it
 */
public record SparkSamples(Dataset<Row> rows, List<String> columns, String name) {

  /** Keeps a copy of the names. */
  public SparkSamples {
    columns = List.copyOf(columns);
  }

  /** The same under another name, e.g. the path that it was read from. */
  public SparkSamples named(String other) {
    return new SparkSamples(rows, columns, other);
  }

  /**
   * A model in a file or folder of this machine, or behind a server where the text begins with
   * {@code http://} or {@code https://}.
   *
   * @throws org.liegg.api.ModelException {@code LIEGG-MODEL-ADDRESS} if it is no address
   */
  public SparkExtraction model(String location) {
    return new SparkExtraction(this, ModelSource.parse(location));
  }

  /** A model in a file or folder of this machine, which Spark hands to all others. */
  public SparkExtraction model(Path path) {
    return new SparkExtraction(this, ModelSource.of(path));
  }
}
