package org.liegg.data.support;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import org.liegg.api.spi.support.BlockStream;

/** A stretch of a file, of which several may be read at a time. */
public final class PositionedStream extends BlockStream {
  private final FileChannel file;
  private long at;
  private long left;

  /**
   * Closing it leaves the file open.
   *
   * @param begin where it begins, in bytes
   * @param length how many bytes it has at most
   */
  public PositionedStream(FileChannel file, long begin, long length) {
    this.file = file;
    this.at = begin;
    this.left = length;
  }

  /**
   * Bytes from a position on.
   *
   * @throws EOFException if the file has fewer
   */
  public static byte[] bytes(FileChannel file, long from, int length) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(length);
    while (bytes.hasRemaining()) {
      if (file.read(bytes, from + bytes.position()) < 0) {
        throw new EOFException("it ends early");
      }
    }
    return bytes.array();
  }

  @Override
  public int read(byte[] to, int offset, int length) throws IOException {
    if (left == 0) {
      return -1;
    }
    int count = file.read(ByteBuffer.wrap(to, offset, (int) Math.min(left, length)), at);
    at += Math.max(0, count);
    left -= Math.max(0, count);
    return count;
  }
}
