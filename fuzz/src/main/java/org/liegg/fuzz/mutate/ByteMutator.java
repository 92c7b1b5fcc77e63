package org.liegg.fuzz.mutate;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Damages bytes that have no other form: bits, numbers of 1 to 8 bytes, stretches, the end. */
public final class ByteMutator {
  private static final long[] NUMBERS = {
    0,
    1,
    2,
    7,
    16,
    127,
    128,
    255,
    256,
    32767,
    65535,
    65536,
    Integer.MAX_VALUE,
    Integer.MIN_VALUE,
    0xFFFFFFFFL,
    1L << 32,
    Long.MAX_VALUE,
    Long.MIN_VALUE,
    -1,
    -2,
    1L << 31
  };

  private final List<byte[]> words;

  /**
   * @param words what has a meaning for the reader, put in here and there
   */
  public ByteMutator(String... words) {
    this.words =
        Arrays.stream(words).map(word -> word.getBytes(StandardCharsets.ISO_8859_1)).toList();
  }

  /** The bytes with one to six things done to them; the argument stays as it is. */
  public byte[] mutate(byte[] bytes, Random random) {
    byte[] damaged = bytes.clone();
    int times = 1 + (random.nextInt(3) == 0 ? random.nextInt(6) : 0);
    for (int i = 0; i < times; i++) {
      damaged = once(damaged, random);
    }
    return damaged;
  }

  /** The same to files that describe themselves at their end, or in their middle, as often. */
  public byte[] mutateAnywhere(byte[] bytes, Random random) {
    int from = random.nextInt(3) == 0 ? 0 : random.nextInt(Math.max(1, bytes.length));
    byte[] tail = mutate(Arrays.copyOfRange(bytes, from, bytes.length), random);
    return splice(bytes, from, bytes.length, tail);
  }

  private byte[] once(byte[] bytes, Random random) {
    if (bytes.length == 0) {
      return new byte[] {(byte) random.nextInt()};
    }
    // Headers come first, and most of what can go wrong is there.
    int reach = random.nextInt(3) == 0 ? bytes.length : Math.min(bytes.length, 160);
    int at = random.nextInt(reach);
    return switch (random.nextInt(10)) {
      case 0, 1 -> flip(bytes, at, random);
      case 2 -> set(bytes, at, random);
      case 3, 4 -> number(bytes, at, random);
      case 5 -> Arrays.copyOf(bytes, random.nextInt(bytes.length));
      case 6 -> splice(bytes, at, at + random.nextInt(16), new byte[0]);
      case 7 -> splice(bytes, at, at, stretch(bytes, random));
      case 8 -> splice(bytes, at, at + random.nextInt(16), word(random));
      default -> splice(bytes, at, at, word(random));
    };
  }

  private static byte[] flip(byte[] bytes, int at, Random random) {
    bytes[at] ^= (byte) (1 << random.nextInt(8));
    return bytes;
  }

  private static byte[] set(byte[] bytes, int at, Random random) {
    bytes[at] = (byte) (random.nextBoolean() ? random.nextInt() : random.nextBoolean() ? 0 : -1);
    return bytes;
  }

  private static byte[] number(byte[] bytes, int at, Random random) {
    long value = NUMBERS[random.nextInt(NUMBERS.length)];
    ByteOrder order = random.nextBoolean() ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
    int size = 1 << random.nextInt(4);
    ByteBuffer number = ByteBuffer.allocate(Long.BYTES).order(order).putLong(value);
    int first = order == ByteOrder.LITTLE_ENDIAN ? 0 : Long.BYTES - size;
    int length = Math.min(size, bytes.length - at);
    System.arraycopy(number.array(), first, bytes, at, length);
    return bytes;
  }

  private static byte[] stretch(byte[] bytes, Random random) {
    int from = random.nextInt(bytes.length);
    byte[] piece = Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + 64));
    int times = random.nextInt(8) == 0 ? 1 + random.nextInt(200) : 1;
    byte[] all = new byte[piece.length * times];
    for (int i = 0; i < times; i++) {
      System.arraycopy(piece, 0, all, i * piece.length, piece.length);
    }
    return all;
  }

  private byte[] word(Random random) {
    if (words.isEmpty() || random.nextInt(4) == 0) {
      byte[] noise = new byte[1 + random.nextInt(12)];
      random.nextBytes(noise);
      return noise;
    }
    return words.get(random.nextInt(words.size()));
  }

  private static byte[] splice(byte[] bytes, int from, int to, byte[] middle) {
    int end = Math.min(to, bytes.length);
    byte[] joined = new byte[from + middle.length + bytes.length - end];
    System.arraycopy(bytes, 0, joined, 0, from);
    System.arraycopy(middle, 0, joined, from, middle.length);
    System.arraycopy(bytes, end, joined, from + middle.length, bytes.length - end);
    return joined;
  }
}
