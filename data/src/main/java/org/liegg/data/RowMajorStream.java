package org.liegg.data;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import org.liegg.api.Batch;
import org.liegg.data.support.BatchValues;
import org.liegg.data.support.Faults;

/** A pass over an array in C order, from front to back. */
final class RowMajorStream extends FileStream<ReadableByteChannel> {

  private int proven;

  RowMajorStream(ArrayPart part) throws IOException {
    super(part, part.source().open(part.layout().offset()));
    // A measured file holds what its header says: that was checked when it was opened.
    proven = source.size().isPresent() ? BatchValues.MOST : 0;
  }

  @Override
  Batch read(long first, int rows) throws IOException {
    int length = BatchValues.length(source.subject(), rows, layout.columns());
    BatchValues values = new BatchValues(layout.columns(), length, proven);
    int bytes = layout.type().bytes();
    int chunk = buffer.capacity() / bytes;
    for (int filled = 0; filled < length; ) {
      int count = Math.min(chunk, length - filled);
      buffer.clear().limit(count * bytes);
      if (!fill(channel, buffer)) {
        long before = layout.offset() + first * layout.sampleBytes();
        throw Faults.truncated(
            source.subject(), layout.size(), before + (long) filled * bytes + buffer.position());
      }
      layout.type().decode(buffer.flip(), values.upTo(filled + count), filled, count);
      filled += count;
    }
    proven = Math.max(proven, length);
    if (first + rows == layout.samples()) {
      requireEnd(source, layout, channel);
    }
    return values.batch(rows);
  }

  /** Reads until the buffer is full; false if the channel ends before. */
  static boolean fill(ReadableByteChannel from, ByteBuffer buffer) throws IOException {
    while (buffer.hasRemaining()) {
      if (from.read(buffer) < 0) {
        return false;
      }
    }
    return true;
  }

  /**
   * Nothing follows the array. Reading past the end of compressed data is also what compares its
   * checksum.
   */
  static void requireEnd(ByteSource source, ArrayLayout layout, ReadableByteChannel channel)
      throws IOException {
    if (channel.read(ByteBuffer.allocate(1)) > 0) {
      throw Faults.corrupt(
          source.subject(),
          "its header announces %d bytes, and more follow".formatted(layout.size()));
    }
  }
}
