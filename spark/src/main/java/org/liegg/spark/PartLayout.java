package org.liegg.spark;

import java.io.Serializable;
import java.util.Arrays;
import org.apache.spark.Partition;
import org.apache.spark.rdd.PartitionCoalescer;
import org.apache.spark.rdd.PartitionGroup;
import org.apache.spark.rdd.RDD;
import org.liegg.core.parts.Part;
import scala.Option;

/**
 * Equal parts of rows that lie in partitions of any size: a part is read from the partitions that
 * it overlaps, without a shuffle, and a partition that several parts overlap is read by each. So
 * parts are the same however the rows are partitioned, and none is much more work than another.
 *
 * @param starts the number of the first row of each partition, and that of all rows
 * @param samples how many of the rows are used
 * @param parts how many there are
 */
record PartLayout(long[] starts, long samples, int parts)
    implements PartitionCoalescer, Serializable {

  /**
   * A layout.
   *
   * @param counts rows of each partition
   * @param limit of rows that are used
   */
  static PartLayout of(long[] counts, long limit, int parts) {
    long[] starts = new long[counts.length + 1];
    for (int i = 0; i < counts.length; i++) {
      starts[i + 1] = starts[i] + counts[i];
    }
    return new PartLayout(starts, Math.min(limit, starts[counts.length]), parts);
  }

  /** The first row of a part. */
  long from(Part part) {
    return part.from(samples);
  }

  /** Behind its last one. */
  long to(Part part) {
    return part.to(samples);
  }

  /** How many rows are before a part in the first partition that it overlaps. */
  long before(Part part) {
    return from(part) < to(part) ? from(part) - starts[first(part)] : 0;
  }

  /** Whether a part ends where a partition does, so that nothing follows in what it reads. */
  boolean endsPartition(Part part) {
    return Arrays.binarySearch(starts, to(part)) >= 0;
  }

  /** The last partition that begins at or before its first row; that is not an empty one. */
  private int first(Part part) {
    int found = Arrays.binarySearch(starts, from(part));
    int partition = found >= 0 ? found : -found - 2;
    while (starts[partition + 1] <= from(part)) {
      partition++;
    }
    return partition;
  }

  @Override
  public PartitionGroup[] coalesce(int groups, RDD<?> rows) {
    Partition[] partitions = rows.partitions();
    PartitionGroup[] all = new PartitionGroup[parts];
    for (int i = 0; i < parts; i++) {
      all[i] = group(new Part(i + 1, parts), partitions, rows);
    }
    return all;
  }

  private PartitionGroup group(Part part, Partition[] partitions, RDD<?> rows) {
    if (from(part) == to(part)) {
      return new PartitionGroup(Option.empty());
    }
    int first = first(part);
    int largest = first;
    long most = 0;
    int end = first;
    for (; end < partitions.length && starts[end] < to(part); end++) {
      long rowsOfIt = Math.min(to(part), starts[end + 1]) - Math.max(from(part), starts[end]);
      if (rowsOfIt > most) {
        most = rowsOfIt;
        largest = end;
      }
    }
    PartitionGroup group =
        new PartitionGroup(rows.preferredLocations(partitions[largest]).headOption());
    for (int i = first; i < end; i++) {
      group.partitions().addOne(partitions[i]);
    }
    return group;
  }
}
