package org.liegg.engine.tensorflow.read;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads the table of keys and values that a checkpoint's index is: blocks of entries whose keys
 * share their beginnings with the entry before, an index block over them, and a footer (the format
 * of LevelDB's tables).
 */
final class SortedTable {
  private static final long MAGIC = 0xdb4775248b80fb57L;
  private static final int FOOTER = 48;
  private static final int MAX_BYTES = 1 << 30;

  private final byte[] bytes;

  private SortedTable(byte[] bytes) {
    this.bytes = bytes;
  }

  /**
   * All entries, in order.
   *
   * @throws IllegalArgumentException if the bytes are no such table
   */
  static Map<String, byte[]> read(byte[] bytes) {
    if (bytes.length < FOOTER
        || ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong(bytes.length - 8)
            != MAGIC) {
      throw new IllegalArgumentException("the index does not end as an index does");
    }
    SortedTable table = new SortedTable(bytes);
    Cursor footer = new Cursor(bytes, bytes.length - FOOTER, bytes.length - 8);
    footer.varint();
    footer.varint();
    Map<String, byte[]> entries = new LinkedHashMap<>();
    for (byte[] handle : table.block(footer.varint(), footer.varint()).values()) {
      Cursor cursor = new Cursor(handle, 0, handle.length);
      entries.putAll(table.block(cursor.varint(), cursor.varint()));
    }
    return entries;
  }

  private Map<String, byte[]> block(long offset, long size) {
    if (offset < 0 || size < 4 || size > MAX_BYTES || offset + size + 5 > bytes.length) {
      throw new IllegalArgumentException("a block of the index lies outside of it");
    }
    int from = (int) offset;
    int end = (int) (offset + size);
    return switch (bytes[end]) {
      case 0 -> entries(bytes, from, end);
      case 1 -> {
        byte[] expanded = Snappy.expand(bytes, from, end);
        yield entries(expanded, 0, expanded.length);
      }
      default -> throw new IllegalArgumentException("the index is compressed in an unknown way");
    };
  }

  private static Map<String, byte[]> entries(byte[] bytes, int from, int end) {
    if (end - from < 4) {
      throw new IllegalArgumentException("a block of the index is cut short");
    }
    ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    long restarts = Integer.toUnsignedLong(buffer.getInt(end - 4));
    long entriesEnd = end - 4 - 4 * restarts;
    if (entriesEnd < from) {
      throw new IllegalArgumentException("a block of the index is cut short");
    }
    Map<String, byte[]> entries = new LinkedHashMap<>();
    Cursor cursor = new Cursor(bytes, from, (int) entriesEnd);
    byte[] key = {};
    while (cursor.hasMore()) {
      int shared = cursor.size(key.length);
      int rest = cursor.size(MAX_BYTES);
      int length = cursor.size(MAX_BYTES);
      byte[] tail = cursor.take(rest);
      key = Arrays.copyOf(key, shared + rest);
      System.arraycopy(tail, 0, key, shared, rest);
      entries.put(new String(key, StandardCharsets.UTF_8), cursor.take(length));
    }
    return entries;
  }

  /** Reads forward through some bytes. */
  private static final class Cursor {
    private final byte[] bytes;
    private final int end;
    private int at;

    Cursor(byte[] bytes, int from, int end) {
      this.bytes = bytes;
      this.at = from;
      this.end = end;
    }

    boolean hasMore() {
      return at < end;
    }

    long varint() {
      long value = 0;
      for (int shift = 0; shift < 64; shift += 7) {
        if (at >= end) {
          throw new IllegalArgumentException("the index is cut short");
        }
        byte next = bytes[at++];
        value |= (long) (next & 0x7f) << shift;
        if (next >= 0) {
          return value;
        }
      }
      throw new IllegalArgumentException("the index holds a number of more than 64 bits");
    }

    int size(int most) {
      long value = varint();
      if (value < 0 || value > most) {
        throw new IllegalArgumentException("the index holds a length that cannot be");
      }
      return (int) value;
    }

    byte[] take(int length) {
      if (length > end - at) {
        throw new IllegalArgumentException("the index is cut short");
      }
      at += length;
      return Arrays.copyOfRange(bytes, at - length, at);
    }
  }
}
