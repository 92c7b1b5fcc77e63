package org.liegg.data;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Path;
import java.util.OptionalLong;

/**
 * A file as it lies on the disk.
 *
 * @param path the file
 * @param length its bytes
 */
record PlainFile(Path path, long length) implements ByteSource {

  @Override
  public ReadableByteChannel open(long offset) throws IOException {
    return FileChannel.open(path).position(offset);
  }

  @Override
  public OptionalLong size() {
    return OptionalLong.of(length);
  }

  @Override
  public long sizeAtMost() {
    return length;
  }
}
