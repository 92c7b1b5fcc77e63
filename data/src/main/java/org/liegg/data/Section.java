package org.liegg.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.util.OptionalLong;
import org.liegg.data.support.BoundedStream;

/**
 * A file as far as one of its arrays, which is all that a pass over that array may see.
 *
 * @param source the file
 * @param array the array's name
 * @param end bytes up to the array's end, from the file's beginning
 */
record Section(ByteSource source, String array, long end) implements ArraySource {

  @Override
  public ReadableByteChannel open(long offset) throws IOException {
    InputStream whole = Channels.newInputStream(source.open(offset));
    return Channels.newChannel(new BoundedStream(whole, Math.max(0, end - offset)));
  }

  @Override
  public OptionalLong size() {
    return source.size().isPresent()
        ? OptionalLong.of(Math.min(end, source.size().getAsLong()))
        : OptionalLong.empty();
  }

  @Override
  public long sizeAtMost() {
    return Math.min(end, source.sizeAtMost());
  }
}
