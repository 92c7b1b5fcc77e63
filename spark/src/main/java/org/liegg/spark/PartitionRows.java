package org.liegg.spark;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.spark.api.java.function.Function2;
import org.apache.spark.sql.catalyst.InternalRow;
import org.liegg.api.DataException;

/**
 * The rows of a partition as samples, which must be as many as were counted.
 *
 * @param columns what is read of a row
 * @param counts rows of each partition; empty before they were counted
 */
record PartitionRows(SampleColumns columns, long[] counts)
    implements Function2<Integer, Iterator<InternalRow>, Iterator<double[]>> {

  @Override
  public Iterator<double[]> call(Integer partition, Iterator<InternalRow> rows) {
    return new Iterator<>() {
      private long read;

      @Override
      public boolean hasNext() {
        boolean more = rows.hasNext();
        if (counts.length > 0 && more == (read == counts[partition])) {
          throw changed(
              columns.data(),
              "partition %d holds %s than the %d rows that were counted"
                  .formatted(partition + 1, more ? "more" : "fewer", counts[partition]));
        }
        return more;
      }

      @Override
      public double[] next() {
        if (!hasNext()) {
          throw new NoSuchElementException();
        }
        return columns.read(rows.next(), new SampleColumns.RowPlace(partition, read++));
      }
    };
  }

  /** The error for rows that are not what they were. */
  static DataException changed(String data, String found) {
    return new DataException(
        "LIEGG-DATA-CHANGED",
        "data " + data,
        found,
        "persist() the dataset or write it to a file before, so that every round reads the same"
            + " rows in the same order");
  }
}
