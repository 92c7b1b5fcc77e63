package org.liegg.data;

import java.util.OptionalLong;

/** Bytes that are inflated: how many those are, only reading them to the end can tell. */
interface InflatedSource extends ByteSource {

  /** How many bytes there are, compressed. */
  long length();

  @Override
  default OptionalLong size() {
    return OptionalLong.empty();
  }

  @Override
  default long sizeAtMost() {
    return ByteSource.inflatedAtMost(length());
  }
}
