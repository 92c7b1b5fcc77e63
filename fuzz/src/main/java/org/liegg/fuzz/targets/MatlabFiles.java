package org.liegg.fuzz.targets;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Small MATLAB files of version 5. */
final class MatlabFiles {
  private static final int HEADER = 124;
  private static final int INT8 = 1;
  private static final int INT32 = 5;
  private static final int UINT32 = 6;
  private static final int DOUBLE = 9;
  private static final int MATRIX = 14;
  private static final int DOUBLE_CLASS = 6;

  private MatlabFiles() {}

  /** A file of one matrix, x, whose numbers are 0. */
  static byte[] matrix(int rows, int columns) {
    ByteBuffer content = little(96 + Double.BYTES * rows * columns);
    content.putInt(UINT32).putInt(8).putInt(DOUBLE_CLASS).putInt(0);
    content.putInt(INT32).putInt(8).putInt(rows).putInt(columns);
    content.putInt(INT8).putInt(1).put((byte) 'x').put(new byte[7]);
    content.putInt(DOUBLE).putInt(Double.BYTES * rows * columns);
    content.put(new byte[Double.BYTES * rows * columns]);
    byte[] whole = new byte[HEADER + 4 + 8 + content.position()];
    ByteBuffer file = ByteBuffer.wrap(whole).order(ByteOrder.LITTLE_ENDIAN);
    file.put(Arrays.copyOf("MATLAB 5.0 MAT-file".getBytes(StandardCharsets.US_ASCII), HEADER));
    file.putShort((short) 0x100).put((byte) 'I').put((byte) 'M');
    file.putInt(MATRIX).putInt(content.position()).put(content.flip());
    return whole;
  }

  private static ByteBuffer little(int length) {
    return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
  }
}
