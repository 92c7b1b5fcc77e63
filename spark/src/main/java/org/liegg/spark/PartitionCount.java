package org.liegg.spark;

import java.io.Serializable;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import org.liegg.api.spi.support.Sha256;

/**
 * How many rows a partition has, and what they are.
 *
 * @param rows how many
 * @param sha256 of their values
 */
record PartitionCount(long rows, String sha256) implements Serializable {

  /** Reads a partition; the only element of what is given back. */
  static Iterator<PartitionCount> of(Iterator<double[]> samples) {
    Sha256 sha256 = new Sha256();
    ByteBuffer bytes = ByteBuffer.allocate(0);
    long rows = 0;
    for (; samples.hasNext(); rows++) {
      double[] sample = samples.next();
      if (bytes.capacity() == 0) {
        bytes = ByteBuffer.allocate(sample.length * Double.BYTES);
      }
      bytes.asDoubleBuffer().put(sample);
      sha256.update(bytes.array(), bytes.capacity());
    }
    return List.of(new PartitionCount(rows, sha256.hex())).iterator();
  }

  /** What the rows of all partitions are together. */
  static String sha256(List<PartitionCount> partitions) {
    Sha256 all = new Sha256();
    for (PartitionCount partition : partitions) {
      byte[] bytes = partition.sha256.getBytes(StandardCharsets.US_ASCII);
      all.update(bytes, bytes.length);
    }
    return all.hex();
  }
}
