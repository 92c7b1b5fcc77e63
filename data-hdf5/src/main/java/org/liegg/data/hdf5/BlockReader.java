package org.liegg.data.hdf5;

import io.jhdf.api.dataset.ChunkedDataset;
import io.jhdf.exceptions.HdfException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.liegg.data.support.Faults;

/**
 * Reads part of a dataset that is stored in blocks, by the blocks that it touches. jHDF's own
 * slices of such datasets (0.9.4) are zeros beyond the first block.
 *
 * @param subject how messages call the file
 * @param dataset stored in blocks
 */
record BlockReader(String subject, ChunkedDataset dataset) {

  /** What an exception of jHDF begins with where a block was never written. */
  private static final String MISSING = "No chunk with offset";

  /**
   * The values of a part, in C order.
   *
   * @param first where it begins, an index for every axis
   * @param lengths of its axes
   */
  double[] read(long[] first, int[] lengths) {
    int[] block = dataset.getChunkDimensions();
    double[] to = new double[Math.toIntExact(count(lengths))];
    int[] at = new int[lengths.length];
    for (int axis = 0; axis < at.length; axis++) {
      at[axis] = Math.toIntExact(first[axis] / block[axis] * block[axis]);
    }
    int[] begin = at.clone();
    do {
      copy(values(at, block), at, block, first, lengths, to);
    } while (next(at, begin, block, first, lengths));
    return to;
  }

  /** Goes to the next block that has something of the part; false behind the last one. */
  private static boolean next(int[] at, int[] begin, int[] block, long[] first, int[] lengths) {
    for (int axis = at.length - 1; axis >= 0; axis--) {
      if ((long) at[axis] + block[axis] < first[axis] + lengths[axis]) {
        at[axis] += block[axis];
        return true;
      }
      at[axis] = begin[axis];
    }
    return false;
  }

  private double[] values(int[] at, int[] block) {
    double[] values = new double[Math.toIntExact(count(block))];
    byte[] bytes;
    try {
      bytes = dataset.getDecompressedChunk(at.clone());
    } catch (HdfException e) {
      if (!Faults.reason(e).startsWith(MISSING)) {
        throw e;
      }
      Arrays.fill(values, dataset.getFillValue() instanceof Number fill ? fill.doubleValue() : 0);
      return values;
    }
    int expected = values.length * dataset.getDataType().getSize();
    if (bytes.length != expected) {
      throw Faults.corrupt(
          subject, "a block has %d bytes in place of %d".formatted(bytes.length, expected));
    }
    int[] flat = {values.length};
    // The storage is for types that lie outside of the block, such as text.
    Flattening flattening = new Flattening(values);
    flattening.add(
        dataset
            .getDataType()
            .fillData(ByteBuffer.wrap(bytes), flat, dataset.getHdfFile().getHdfBackingStorage()));
    return values;
  }

  /** Copies what a block and the part have in common, run by run of the last axis. */
  private static void copy(
      double[] from, int[] at, int[] block, long[] first, int[] lengths, double[] to) {
    int axes = at.length;
    int[] low = new int[axes];
    int[] high = new int[axes];
    for (int axis = 0; axis < axes; axis++) {
      low[axis] = (int) Math.max(0, first[axis] - at[axis]);
      high[axis] = (int) Math.min(block[axis], first[axis] + lengths[axis] - at[axis]);
    }
    int last = axes - 1;
    int[] inside = low.clone();
    do {
      int source = 0;
      int target = 0;
      for (int axis = 0; axis < axes; axis++) {
        source = source * block[axis] + inside[axis];
        target = target * lengths[axis] + (int) (at[axis] + inside[axis] - first[axis]);
      }
      System.arraycopy(from, source, to, target, high[last] - low[last]);
    } while (step(inside, low, high));
  }

  /** Goes to the next run. */
  private static boolean step(int[] inside, int[] low, int[] high) {
    for (int axis = inside.length - 2; axis >= 0; axis--) {
      if (++inside[axis] < high[axis]) {
        return true;
      }
      inside[axis] = low[axis];
    }
    return false;
  }

  private static long count(int[] lengths) {
    return Arrays.stream(lengths).asLongStream().reduce(1, Math::multiplyExact);
  }
}
