package org.liegg.data;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.liegg.data.support.Faults;

/** Copies on the disk of what must be read back and forth and is compressed. */
final class Spool {

  private static final int BUFFER = 1 << 18;

  private Spool() {}

  /**
   * The numbers of an array, from position 0 on; the file is gone when the channel is closed.
   *
   * @throws org.liegg.api.DataException if there are fewer or more than the layout says
   */
  static FileChannel values(ByteSource source, ArrayLayout layout) throws IOException {
    FileChannel copy =
        FileChannel.open(
            Files.createTempFile("liegg-", ".values"),
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            StandardOpenOption.DELETE_ON_CLOSE);
    try (ReadableByteChannel in = source.open(layout.offset())) {
      long bytes = layout.size() - layout.offset();
      long copied = copy(in, copy, bytes);
      if (copied < bytes) {
        throw Faults.truncated(source.subject(), layout.size(), layout.offset() + copied);
      }
      RowMajorStream.requireEnd(source, layout, in);
      return copy;
    } catch (IOException | RuntimeException e) {
      copy.close();
      throw e;
    }
  }

  /** Everything that the source holds, in a file that the caller deletes. */
  static Path file(ByteSource source) throws IOException {
    Path file = Files.createTempFile("liegg-", ".zip");
    try (ReadableByteChannel in = source.open(0);
        FileChannel copy = FileChannel.open(file, StandardOpenOption.WRITE)) {
      copy(in, copy, Long.MAX_VALUE);
      return file;
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(file);
      throw e;
    }
  }

  private static long copy(ReadableByteChannel in, FileChannel out, long most) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
    long copied = 0;
    while (copied < most) {
      buffer.clear().limit((int) Math.min(BUFFER, most - copied));
      if (in.read(buffer) < 0) {
        break;
      }
      copied += buffer.flip().limit();
      while (buffer.hasRemaining()) {
        out.write(buffer);
      }
    }
    return copied;
  }
}
