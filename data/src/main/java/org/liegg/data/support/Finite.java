package org.liegg.data.support;

import org.liegg.api.Batch;
import org.liegg.api.DataException;

/** The check that no value is NaN or infinite. */
public final class Finite {

  private Finite() {}

  /**
   * The batch, if all its values are finite.
   *
   * @param before samples before this batch
   */
  public static Batch require(String subject, long before, Batch batch) {
    double[] values = batch.values();
    for (int i = 0; i < values.length; i++) {
      if (!Double.isFinite(values[i])) {
        throw fault(
            subject, before + i / batch.columns() + 1, i % batch.columns() + 1, "", values[i]);
      }
    }
    return batch;
  }

  /** The error for the value in this row and column, both counted from 1. */
  public static DataException fault(
      String subject, long row, int column, String where, double value) {
    return new DataException(
        "LIEGG-DATA-NONFINITE",
        subject,
        "row %d, column %d (counting from 1%s) is %s".formatted(row, column, where, value),
        "remove or impute such samples");
  }
}
