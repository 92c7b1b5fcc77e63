package org.liegg.linalg.state;

import java.nio.ByteBuffer;
import java.util.function.Function;
import java.util.zip.CRC32;
import org.liegg.api.NumericalException;
import org.liegg.api.spi.support.StateInput;

/** Reads what a {@link StateWriter} wrote, and nothing else. */
public final class StateReader {
  private final StateInput in;

  private StateReader(StateInput in) {
    this.in = in;
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
    StateReader reader = new StateReader(new StateInput(state, state.length - Integer.BYTES));
    if (reader.readLong() != StateWriter.MAGIC) {
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
      reader.in.requireEnd();
      return value;
    } catch (IllegalArgumentException e) {
      throw corrupt(kind, "its parts do not fit together");
    }
  }

  /** The kind of decomposition that a state says it is of; empty where it says none. */
  public static String kindOf(byte[] state) {
    StateInput in = new StateInput(state);
    try {
      if (in.readLong() != StateWriter.MAGIC || in.readInt() != StateWriter.VERSION) {
        return "";
      }
      return in.readText();
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  public int readInt() {
    return in.readInt();
  }

  /** An int that is not negative. */
  public int readSize() {
    return in.readSize();
  }

  public long readLong() {
    return in.readLong();
  }

  public double readDouble() {
    return in.readDouble();
  }

  public int[] readInts() {
    return in.readInts();
  }

  public double[] readDoubles() {
    return in.readDoubles();
  }

  /** Bytes left. */
  public int remaining() {
    return in.remaining();
  }

  /**
   * Refuses a state whose parts contradict each other.
   *
   * @throws IllegalArgumentException unless {@code consistent}; {@link #read} makes {@code
   *     LIEGG-STATE-CORRUPT} of it
   */
  public void require(boolean consistent) {
    in.require(consistent);
  }

  public String readText() {
    return in.readText();
  }

  private static NumericalException corrupt(String kind, String found) {
    return new NumericalException(
        "LIEGG-STATE-CORRUPT",
        "state for the decomposition " + kind,
        found,
        "start over, or restore the state that was written");
  }
}
