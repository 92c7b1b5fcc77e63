package org.liegg.app;

import org.liegg.api.Batch;
import org.liegg.api.DataException;
import org.liegg.api.Dataset;
import org.liegg.data.Datasets;

/** Samples that a caller holds in arrays, a row a sample. */
final class HeldSamples {

  private HeldSamples() {}

  /**
   * The rows as a dataset.
   *
   * @throws DataException {@code LIEGG-DATA-RAGGED} if they are not equally long
   */
  static Dataset of(double[][] rows) {
    int columns = rows.length == 0 ? 0 : rows[0].length;
    double[] values = new double[Math.multiplyExact(rows.length, columns)];
    for (int n = 0; n < rows.length; n++) {
      if (rows[n].length != columns) {
        throw new DataException(
            "LIEGG-DATA-RAGGED",
            "data in memory",
            "row %d has %d values, row 0 has %d".formatted(n, rows[n].length, columns),
            "give rows of one length");
      }
      System.arraycopy(rows[n], 0, values, n * columns, columns);
    }
    return Datasets.of("in memory", new Batch(rows.length, columns, values));
  }

  /** The same numbers in double precision. */
  static double[][] widened(float[][] rows) {
    double[][] wide = new double[rows.length][];
    for (int n = 0; n < rows.length; n++) {
      wide[n] = new double[rows[n].length];
      for (int i = 0; i < rows[n].length; i++) {
        wide[n][i] = rows[n][i];
      }
    }
    return wide;
  }
}
