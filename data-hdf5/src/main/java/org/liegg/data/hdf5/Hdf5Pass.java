package org.liegg.data.hdf5;

import io.jhdf.HdfFile;
import io.jhdf.api.Dataset;
import io.jhdf.api.dataset.ChunkedDataset;
import org.liegg.data.spi.ArrayPass;
import org.liegg.data.support.Faults;

/**
 * A pass over a dataset: some whole blocks are decoded at a time, so that none is decoded once a
 * batch.
 */
final class Hdf5Pass implements ArrayPass {
  /** Values to hold at a time, unless one block has more: 4 MiB. */
  private static final long WINDOW = 1 << 19;

  /** Values to hold at a time at most: blocks that have more are decoded again. */
  private static final long MOST = 1 << 22;

  private final String subject;
  private final Hdf5Array array;
  private final HdfFile file;
  private final Dataset dataset;
  private final int columns;
  private final int[] order;
  private final int windowRows;
  private double[] window = {};
  private long windowFirst;
  private long windowEnd;

  Hdf5Pass(Hdf5Array array) {
    this.subject = "data " + array.path();
    this.array = array;
    this.file = Guard.guarded(subject, () -> Hdf5Opening.open(array.path()));
    this.dataset = Guard.guarded(subject, () -> file.getDatasetByPath("/" + array.name()));
    this.columns = Math.toIntExact(array.shape().stream().skip(1).reduce(1L, Math::multiplyExact));
    this.order = array.reversed() ? reversedOrder() : new int[0];
    long block = array.block();
    long rows = block * Math.max(1, WINDOW / (block * columns));
    this.windowRows = (int) Math.max(1, Math.min(Math.min(rows, MOST / columns), samples()));
  }

  private long samples() {
    return array.shape().get(0);
  }

  /** Where a column of a sample lies where its axes are reversed. */
  private int[] reversedOrder() {
    int[] places = new int[columns];
    for (int column = 0; column < columns; column++) {
      int rest = column;
      int place = 0;
      for (int axis = array.shape().size() - 1; axis >= 1; axis--) {
        int size = Math.toIntExact(array.shape().get(axis));
        place = place * size + rest % size;
        rest /= size;
      }
      places[column] = place;
    }
    return places;
  }

  @Override
  public void read(long first, int rows, double[] to, int offset) {
    for (int row = 0; row < rows; ) {
      if (first + row == windowEnd) {
        load();
      }
      int at = (int) (first + row - windowFirst);
      int count = (int) Math.min(rows - row, windowEnd - first - row);
      System.arraycopy(window, at * columns, to, offset + row * columns, count * columns);
      row += count;
    }
  }

  private void load() {
    windowFirst = windowEnd;
    int rows = (int) Math.min(windowRows, samples() - windowFirst);
    double[] flat = Guard.guarded(subject, () -> values(rows));
    window = array.reversed() ? turned(flat, rows) : flat;
    windowEnd = windowFirst + rows;
  }

  private double[] values(int rows) {
    if (dataset instanceof ChunkedDataset blocks) {
      return new BlockReader(subject, blocks).read(offsets(), lengths(rows));
    }
    double[] flat = new double[rows * columns];
    Flattening flattening = new Flattening(flat);
    flattening.add(dataset.getData(offsets(), lengths(rows)));
    if (flattening.count() != flat.length) {
      throw Faults.corrupt(
          subject,
          "%d values of it were read in place of %d".formatted(flattening.count(), flat.length));
    }
    return flat;
  }

  private double[] turned(double[] flat, int rows) {
    double[] values = new double[flat.length];
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        values[row * columns + column] = flat[order[column] * rows + row];
      }
    }
    return values;
  }

  private int sampleAxis() {
    return array.reversed() ? array.stored().size() - 1 : 0;
  }

  private long[] offsets() {
    long[] offsets = new long[array.stored().size()];
    offsets[sampleAxis()] = windowFirst;
    return offsets;
  }

  private int[] lengths(int rows) {
    int[] lengths = array.stored().stream().mapToInt(Math::toIntExact).toArray();
    lengths[sampleAxis()] = rows;
    return lengths;
  }

  @Override
  public void close() {
    file.close();
  }
}
