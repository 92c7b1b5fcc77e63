package org.liegg.data.support;

import java.util.Arrays;
import org.liegg.api.Batch;
import org.liegg.api.DataException;

/**
 * The values of one batch, arriving. It never takes much more memory than has arrived, or than an
 * earlier batch of the same source has filled: what a header announces is no reason to allocate.
 */
public final class BatchValues {

  /** The most values that one array holds on every Java virtual machine. */
  public static final int MOST = Integer.MAX_VALUE - 8;

  /** What is taken on trust. */
  public static final int TRUSTED = 1 << 16;

  private final int columns;
  private final int expected;
  private double[] values;

  /**
   * @param expected values of the whole batch
   * @param proven as many as are known to exist
   */
  public BatchValues(int columns, int expected, int proven) {
    this.columns = columns;
    this.expected = expected;
    this.values = new double[Math.min(expected, Math.max(proven, TRUSTED))];
  }

  /** The values, with room for {@code length} of them at least. */
  public double[] upTo(int length) {
    if (length > values.length) {
      values =
          Arrays.copyOf(values, (int) Math.min(expected, Math.max(length, 2L * values.length)));
    }
    return values;
  }

  /** The first {@code rows} rows as a batch. */
  public Batch batch(int rows) {
    int length = rows * columns;
    return new Batch(
        rows, columns, length == values.length ? values : Arrays.copyOf(values, length));
  }

  /**
   * The number of values of a batch.
   *
   * @throws DataException if one array cannot hold them
   */
  public static int length(String subject, int rows, int columns) {
    long length = (long) rows * columns;
    if (length > MOST) {
      throw new DataException(
          "LIEGG-DATA-BATCH",
          subject,
          "%d samples of %d columns do not fit one batch".formatted(rows, columns),
          "use a batch size of at most %d".formatted(MOST / columns));
    }
    return (int) length;
  }

  /**
   * Checks a batch size.
   *
   * @throws DataException if a batch size is not positive
   */
  public static void requireBatchSize(String subject, int batchSize) {
    if (batchSize < 1) {
      throw new DataException(
          "LIEGG-DATA-BATCH",
          subject,
          "a batch size of %d was asked for".formatted(batchSize),
          "use a batch size of at least 1");
    }
  }
}
