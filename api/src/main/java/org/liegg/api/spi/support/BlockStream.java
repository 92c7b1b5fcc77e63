package org.liegg.api.spi.support;

import java.io.IOException;
import java.io.InputStream;

/** A stream that reads blocks of bytes, of which a single byte is one. */
public abstract class BlockStream extends InputStream {

  /** For those who extend it. */
  protected BlockStream() {}

  @Override
  public final int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public abstract int read(byte[] to, int offset, int length) throws IOException;
}
