package org.liegg.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.liegg.data.support.BoundedStream;

/**
 * What a compressed variable of a MATLAB file inflates to.
 *
 * @param source the file
 * @param array the variable's name
 * @param start bytes before the compressed ones
 * @param length how many those are
 * @param end bytes up to the last number, of what they inflate to
 */
record MatlabVariable(ByteSource source, String array, long start, long length, long end)
    implements ArraySource, InflatedSource {

  private static final int BUFFER = 1 << 14;

  /** What the compressed bytes inflate to; closing it closes the file. */
  static InputStream inflated(ByteSource source, long start, long length) throws IOException {
    InputStream packed = Channels.newInputStream(source.open(start));
    return new InflaterInputStream(new BoundedStream(packed, length), new Inflater(), BUFFER) {
      @Override
      public void close() throws IOException {
        super.close();
        inf.end();
      }
    };
  }

  @Override
  public ReadableByteChannel open(long offset) throws IOException {
    InputStream in = inflated(source, start, length);
    try {
      in.skipNBytes(offset);
      return Channels.newChannel(new BoundedStream(in, Math.max(0, end - offset)));
    } catch (IOException e) {
      in.close();
      throw e;
    }
  }
}
