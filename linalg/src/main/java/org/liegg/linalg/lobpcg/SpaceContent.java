package org.liegg.linalg.lobpcg;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.liegg.api.NumericalException;
import org.liegg.blas.Store;

/**
 * What a search space is made of, to be written and read again to the bit.
 *
 * @param order length of a vector
 * @param capacity vectors that have room
 * @param projected A projected on the basis, {@code capacity × capacity}
 * @param stores the basis and its images, a row a vector
 */
record SpaceContent(int order, int capacity, double[] projected, List<Store> stores) {

  /** Writes the projection and the first {@code size} vectors of every store. */
  void write(DataOutput out, int size) throws IOException {
    out.writeInt(size);
    for (int row = 0; row < size; row++) {
      int from = row * capacity;
      KeptProblem.writeDoubles(out, Arrays.copyOfRange(projected, from, from + size));
    }
    double[] one = new double[order];
    for (Store store : stores) {
      for (int row = 0; row < size; row++) {
        store.get((long) row * order, one, 0, order);
        KeptProblem.writeDoubles(out, one);
      }
    }
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @return how many vectors that were
   * @throws NumericalException {@code LIEGG-DECOMPOSITION-MEMORY} if they are more than have room
   */
  int read(DataInput in, KeptProblem kept) throws IOException {
    int size = in.readInt();
    kept.require(size > 0 && size <= order);
    if (size > capacity) {
      throw new NumericalException(
          "LIEGG-DECOMPOSITION-MEMORY",
          "search space of a checkpoint",
          "it holds %d vectors of length %d, and %d have room".formatted(size, order, capacity),
          "give as much memory as before (-Xmx), or start over without --resume");
    }
    for (int row = 0; row < size; row++) {
      System.arraycopy(read(in, kept, size), 0, projected, row * capacity, size);
    }
    for (Store store : stores) {
      for (int row = 0; row < size; row++) {
        store.put((long) row * order, read(in, kept, order), 0, order);
      }
    }
    return size;
  }

  private static double[] read(DataInput in, KeptProblem kept, int length) throws IOException {
    double[] values = kept.readDoubles(in, length);
    kept.require(values.length == length);
    return values;
  }
}
