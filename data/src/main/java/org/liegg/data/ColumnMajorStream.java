package org.liegg.data;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.Arrays;
import org.liegg.api.Batch;
import org.liegg.data.support.Faults;

/**
 * A pass over an array in Fortran order, where a sample is strewn over the whole file: some
 * batches' worth of every column are read at a time, from where the column lies.
 */
final class ColumnMajorStream extends FileStream<FileChannel> {

  /** Values to hold at a time, if a batch is not larger: 4 MiB. */
  private static final int WINDOW = 1 << 19;

  private final long offset;
  private final int windowRows;
  private final double[] column;
  private double[] window = {};
  private long windowFirst;
  private long windowEnd;

  private ColumnMajorStream(ArrayPart part, FileChannel channel, long offset) {
    super(part, channel);
    this.offset = offset;
    int batches = Math.max(1, WINDOW / (part.batchSize() * layout.columns()));
    this.windowRows = (int) Math.min((long) batches * part.batchSize(), part.end());
    this.column = new double[Math.min(windowRows, buffer.capacity() / layout.type().bytes())];
  }

  /** Opens the file in place, or a copy on the disk of what is compressed in it. */
  static ColumnMajorStream open(ArrayPart part) throws IOException {
    ByteSource source = part.source();
    ArrayLayout layout = part.layout();
    boolean inPlace = source.size().isPresent();
    FileChannel channel = inPlace ? FileChannel.open(source.path()) : Spool.values(source, layout);
    return new ColumnMajorStream(part, channel, inPlace ? layout.offset() : 0);
  }

  @Override
  Batch read(long first, int rows) throws IOException {
    if (first == windowEnd) {
      windowFirst = first;
      windowEnd = Math.min(first + windowRows, end());
      // A fresh array each time: the last one may live on in a batch.
      window = load((int) (windowEnd - windowFirst));
    }
    int columns = layout.columns();
    int from = (int) (first - windowFirst) * columns;
    int length = rows * columns;
    return new Batch(
        rows,
        columns,
        length == window.length ? window : Arrays.copyOfRange(window, from, from + length));
  }

  private double[] load(int rows) throws IOException {
    int columns = layout.columns();
    double[] values = new double[rows * columns];
    for (int c = 0; c < columns; c++) {
      long start = offset + layout.columnStart(c) + windowFirst * layout.type().bytes();
      for (int r = 0; r < rows; r += column.length) {
        int count = Math.min(column.length, rows - r);
        fill(start + (long) r * layout.type().bytes(), count);
        for (int i = 0; i < count; i++) {
          values[(r + i) * columns + c] = column[i];
        }
      }
    }
    return values;
  }

  private void fill(long position, int count) throws IOException {
    buffer.clear().limit(count * layout.type().bytes());
    while (buffer.hasRemaining()) {
      if (channel.read(buffer, position + buffer.position()) < 0) {
        throw Faults.truncated(
            source.subject(), layout.size(), layout.offset() - offset + channel.size());
      }
    }
    layout.type().decode(buffer.flip(), column, 0, count);
  }
}
