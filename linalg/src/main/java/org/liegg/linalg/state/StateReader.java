package org.liegg.linalg.state;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import java.util.zip.CRC32;
import org.liegg.api.NumericalException;

/** Reads what a {@link StateWriter} wrote, and nothing else. */
public final class StateReader {
  private final ByteBuffer in;
  private final String kind;

  private StateReader(ByteBuffer in, String kind) {
    this.in = in;
    this.kind = kind;
  }

  /**
   * Reads a state whose header and checksum are right.
   *
   * @param kind the kind of decomposition that the state has to be of
   * @param content reads what follows the header
   * @throws NumericalException {@code LIEGG-STATE-CORRUPT}
   */
  public static <T> T read(byte[] state, String kind, Function<StateReader, T> content) {
    if (state.length < Long.BYTES + Integer.BYTES) {
      throw corrupt(kind, "%d bytes are no state".formatted(state.length));
    }
    ByteBuffer bytes = ByteBuffer.wrap(state, 0, state.length - Integer.BYTES);
    StateReader reader = new StateReader(bytes, kind);
    if (bytes.getLong() != StateWriter.MAGIC) {
      throw corrupt(kind, "the bytes do not start like a state");
    }
    CRC32 checksum = new CRC32();
    checksum.update(state, 0, state.length - Integer.BYTES);
    int written = ByteBuffer.wrap(state).getInt(state.length - Integer.BYTES);
    if ((int) checksum.getValue() != written) {
      throw corrupt(kind, "the checksum does not fit: truncated or altered");
    }
    try {
      int version = reader.readInt();
      if (version != StateWriter.VERSION) {
        throw corrupt(kind, "format version %d, not %d".formatted(version, StateWriter.VERSION));
      }
      String found = reader.readText();
      if (!found.equals(kind)) {
        throw corrupt(kind, "it is a state of the decomposition " + found);
      }
      T value = content.apply(reader);
      reader.require(!bytes.hasRemaining());
      return value;
    } catch (BufferUnderflowException | IllegalArgumentException e) {
      throw corrupt(kind, "its parts do not fit together");
    }
  }

  /** The kind of decomposition that a state says it is of; empty where it says none. */
  public static String kindOf(byte[] state) {
    ByteBuffer bytes = ByteBuffer.wrap(state);
    try {
      if (bytes.getLong() != StateWriter.MAGIC || bytes.getInt() != StateWriter.VERSION) {
        return "";
      }
      return new StateReader(bytes, "").readText();
    } catch (BufferUnderflowException | NumericalException e) {
      return "";
    }
  }

  public int readInt() {
    return in.getInt();
  }

  /** An int that is not negative. */
  public int readSize() {
    int size = in.getInt();
    require(size >= 0);
    return size;
  }

  public long readLong() {
    return in.getLong();
  }

  public double readDouble() {
    return in.getDouble();
  }

  public int[] readInts() {
    int length = readSize();
    require((long) length * Integer.BYTES <= in.remaining());
    int[] values = new int[length];
    in.asIntBuffer().get(values);
    in.position(in.position() + length * Integer.BYTES);
    return values;
  }

  public double[] readDoubles() {
    int length = readSize();
    require((long) length * Double.BYTES <= in.remaining());
    double[] values = new double[length];
    in.asDoubleBuffer().get(values);
    in.position(in.position() + length * Double.BYTES);
    return values;
  }

  /** Bytes left. */
  public int remaining() {
    return in.remaining();
  }

  /**
   * Refuses a state whose parts contradict each other.
   *
   * @throws NumericalException {@code LIEGG-STATE-CORRUPT} unless {@code consistent}
   */
  public void require(boolean consistent) {
    if (!consistent) {
      throw corrupt(kind, "its parts do not fit together");
    }
  }

  public String readText() {
    int length = readSize();
    require(length <= in.remaining());
    byte[] text = new byte[length];
    in.get(text);
    return new String(text, StandardCharsets.UTF_8);
  }

  private static NumericalException corrupt(String kind, String found) {
    return new NumericalException(
        "LIEGG-STATE-CORRUPT",
        "state for the decomposition " + kind,
        found,
        "start over, or restore the state that was written");
  }
}
