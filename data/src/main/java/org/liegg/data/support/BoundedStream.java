package org.liegg.data.support;

import java.io.IOException;
import java.io.InputStream;
import org.liegg.api.spi.support.BlockStream;

/** The next bytes of a stream, up to a number of them. */
public final class BoundedStream extends BlockStream {
  private final InputStream in;
  private long left;

  /**
   * Closing it closes the stream.
   *
   * @param length how many bytes there are at most
   */
  public BoundedStream(InputStream in, long length) {
    this.in = in;
    left = length;
  }

  @Override
  public int read(byte[] to, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    int count = left == 0 ? -1 : in.read(to, offset, (int) Math.min(length, left));
    left -= Math.max(0, count);
    return count;
  }

  @Override
  public long skip(long count) throws IOException {
    long skipped = in.skip(Math.min(count, left));
    left -= skipped;
    return skipped;
  }

  @Override
  public int available() throws IOException {
    return (int) Math.min(in.available(), left);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
