package org.liegg.engine.tensorflow.read;

/**
 * Expands blocks in the format of Snappy: a length, then literal bytes and copies of earlier ones.
 */
final class Snappy {
  private static final int MAX_BYTES = 1 << 28;

  private final byte[] bytes;
  private final int end;
  private int at;

  private Snappy(byte[] bytes, int from, int end) {
    this.bytes = bytes;
    this.at = from;
    this.end = end;
  }

  /**
   * The expanded bytes.
   *
   * @throws IllegalArgumentException if they are no such block
   */
  static byte[] expand(byte[] bytes, int from, int end) {
    return new Snappy(bytes, from, end).expand();
  }

  private byte[] expand() {
    long length = 0;
    for (int shift = 0; ; shift += 7) {
      int next = next();
      length |= (long) (next & 0x7f) << shift;
      if (next < 0x80) {
        break;
      }
      if (shift > 28) {
        throw broken();
      }
    }
    // No more than 64 bytes come from a tag of two.
    if (length > MAX_BYTES || length > 64L * (end - at)) {
      throw broken();
    }
    byte[] expanded = new byte[(int) length];
    int filled = 0;
    while (at < end) {
      int tag = next();
      int size;
      int kind = tag & 3;
      if (kind == 0) {
        size = (tag >> 2) + 1;
        if (size > 60) {
          size = little(size - 60) + 1;
        }
        if (size < 1 || size > end - at || size > expanded.length - filled) {
          throw broken();
        }
        System.arraycopy(bytes, at, expanded, filled, size);
        at += size;
        filled += size;
        continue;
      }
      size = kind == 1 ? (tag >> 2 & 7) + 4 : (tag >> 2) + 1;
      int back = kind == 1 ? (tag >> 5 << 8) + next() : little(kind == 2 ? 2 : 4);
      if (back < 1 || back > filled || size > expanded.length - filled) {
        throw broken();
      }
      for (int i = 0; i < size; i++, filled++) {
        expanded[filled] = expanded[filled - back];
      }
    }
    if (filled != expanded.length) {
      throw broken();
    }
    return expanded;
  }

  private int next() {
    if (at >= end) {
      throw broken();
    }
    return bytes[at++] & 0xff;
  }

  private int little(int count) {
    int value = 0;
    for (int i = 0; i < count; i++) {
      value |= next() << (8 * i);
    }
    return value;
  }

  private static IllegalArgumentException broken() {
    return new IllegalArgumentException("a compressed block of the index is broken");
  }
}
