package org.liegg.data;

import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Path;
import java.util.OptionalLong;

/** Bytes that can be read from anywhere on, as often as asked, with any compression taken off. */
interface ByteSource {

  /** DEFLATE turns one byte into no more than this many (258 bytes from 2 bits). */
  int MAX_INFLATED = 1032;

  /** The file that they come from. */
  Path path();

  /** How messages call the source. */
  default String subject() {
    return "data " + path();
  }

  /** The bytes from {@code offset} on; the caller closes the channel. */
  ReadableByteChannel open(long offset) throws IOException;

  /** How many bytes there are, where that was measured and not merely announced. */
  OptionalLong size();

  /** There cannot be more bytes than this. */
  long sizeAtMost();

  /** The most that {@code compressed} bytes can inflate to. */
  static long inflatedAtMost(long compressed) {
    return compressed > Long.MAX_VALUE / MAX_INFLATED ? Long.MAX_VALUE : compressed * MAX_INFLATED;
  }
}
