package org.liegg.linalg.state;

import java.util.zip.CRC32;
import org.liegg.api.NumericalException;
import org.liegg.api.spi.support.StateOutput;

/**
 * Writes the state of a decomposition: magic, format version, kind, what the kind writes, and a
 * CRC-32 of it all; big-endian.
 */
public final class StateWriter {
  static final long MAGIC = 0x4c69654747446563L; // "LieGGDec"
  static final int VERSION = 3;

  /** What an array may lack of 2 GiB, the checksum included. */
  private static final int MARGIN = 1 << 13;

  private final StateOutput out = new StateOutput();
  private final String kind;

  public StateWriter(String kind) {
    this.kind = kind;
    writeLong(MAGIC).writeInt(VERSION).writeText(kind);
  }

  public StateWriter writeText(String text) {
    out.writeText(text);
    return this;
  }

  public StateWriter writeInt(int value) {
    out.writeInt(value);
    return this;
  }

  public StateWriter writeLong(long value) {
    out.writeLong(value);
    return this;
  }

  public StateWriter writeDouble(double value) {
    out.writeDouble(value);
    return this;
  }

  public StateWriter writeInts(int[] values) {
    out.writeInts(values);
    return this;
  }

  /** The length, and the first {@code length} values. */
  public StateWriter writeDoubles(double[] values, int length) {
    if (out.size() + (long) length * Double.BYTES > Integer.MAX_VALUE - MARGIN) {
      throw new NumericalException(
          "LIEGG-STATE-SIZE",
          "state of the decomposition " + kind,
          "it is larger than 2 GiB",
          "use the decomposition gram, whose state does not grow with the rows");
    }
    out.writeDoubles(values, length);
    return this;
  }

  /** All that was written, closed by its checksum. */
  public byte[] toBytes() {
    CRC32 checksum = new CRC32();
    checksum.update(out.toBytes());
    writeInt((int) checksum.getValue());
    return out.toBytes();
  }
}
