package org.liegg.data.arrow;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The numbers of one buffer, one after the other. */
interface Numbers {

  /**
   * The next one.
   *
   * @throws EOFException if there is none
   */
  double next() throws IOException;

  /** Those of a kind. */
  static Numbers of(NumberKind kind, InputStream in, ByteOrder order) {
    if (kind.bytes() > 0) {
      return new Stored(kind, in, order);
    }
    Bits bits = new Bits(in);
    return () -> bits.next() ? 1 : 0;
  }

  /** Numbers of whole bytes. */
  final class Stored implements Numbers {
    private static final int WINDOW = 512;

    private final NumberKind kind;
    private final InputStream in;
    private final ByteBuffer bytes;
    private final double[] window = new double[WINDOW];
    private int at;
    private int held;

    Stored(NumberKind kind, InputStream in, ByteOrder order) {
      this.kind = kind;
      this.in = in;
      this.bytes = ByteBuffer.allocate(WINDOW * kind.bytes()).order(order);
    }

    @Override
    public double next() throws IOException {
      if (at == held) {
        int length = in.readNBytes(bytes.array(), 0, bytes.capacity());
        held = length / kind.bytes();
        at = 0;
        if (held == 0) {
          throw new EOFException("a column ends early");
        }
        kind.decode(bytes.clear().limit(held * kind.bytes()), window, held);
      }
      return window[at++];
    }
  }

  /** Bits, the lowest of a byte first. */
  final class Bits {
    private static final int WINDOW = 512;

    private final InputStream in;
    private final byte[] window = new byte[WINDOW];
    private int at;
    private int held;

    Bits(InputStream in) {
      this.in = in;
    }

    boolean next() throws IOException {
      if (at == held) {
        held = Byte.SIZE * in.readNBytes(window, 0, WINDOW);
        at = 0;
        if (held == 0) {
          throw new EOFException("a column ends early");
        }
      }
      boolean bit = (window[at / Byte.SIZE] >> (at % Byte.SIZE) & 1) != 0;
      at++;
      return bit;
    }
  }
}
