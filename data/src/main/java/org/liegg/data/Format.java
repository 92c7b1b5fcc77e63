package org.liegg.data;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.liegg.api.DataException;

/** The formats of samples, told apart by their first bytes, whatever the file is called. */
enum Format {
  NPY("a .npy file"),
  NPZ("a .npz file"),
  IDX("an IDX file"),
  SAFETENSORS("a safetensors file"),
  MATLAB("a MATLAB file"),
  CSV("a .csv file");

  /** How many bytes are enough to tell. */
  static final int HEAD = 4096;

  private static final byte[] NPY_MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};

  /** Where a MATLAB file says its version and its byte order. */
  private static final int MATLAB_VERSION = 124;

  private final String description;

  Format(String description) {
    this.description = description;
  }

  /** With its article. */
  String description() {
    return description;
  }

  /**
   * The format of data that begins with these bytes.
   *
   * @throws DataException if it is none of them
   */
  static Format of(ByteSource source, byte[] head) {
    if (isNpy(head)) {
      return NPY;
    }
    // PK 3 4 opens a zip file, PK 5 6 one without entries.
    if (head.length >= 4
        && head[0] == 'P'
        && head[1] == 'K'
        && ((head[2] == 3 && head[3] == 4) || (head[2] == 5 && head[3] == 6))) {
      return NPZ;
    }
    if (SafetensorsHeader.begins(head)) {
      return SAFETENSORS;
    }
    if (isMatlab(head)) {
      return MATLAB;
    }
    if (head.length >= 3 && head[0] == 0 && head[1] == 0 && IdxHeader.type(head[2]).isPresent()) {
      return IDX;
    }
    if (isText(head)) {
      return CSV;
    }
    throw Formats.unknown(source.subject(), head);
  }

  /** Whether data begins as .npy does, as far as it goes. */
  static boolean isNpy(byte[] head) {
    int shared = Math.min(head.length, NPY_MAGIC.length);
    return Arrays.equals(head, 0, shared, NPY_MAGIC, 0, shared);
  }

  /** A copy of the bytes that .npy begins with. */
  static byte[] npyMagic() {
    return NPY_MAGIC.clone();
  }

  /** A text of 124 bytes, version 1.0 and "MI" as the two bytes of one number. */
  private static boolean isMatlab(byte[] head) {
    if (head.length < MATLAB_VERSION + 4 || head[0] == 0) {
      return false;
    }
    String mark = new String(head, MATLAB_VERSION, 4, StandardCharsets.ISO_8859_1);
    return mark.equals("\0\1IM") || mark.equals("\1\0MI");
  }

  private static boolean isText(byte[] head) {
    for (byte b : head) {
      boolean control = (b >= 0 && b < ' ') || b == 0x7f;
      if (control && b != '\t' && b != '\n' && b != '\r' && b != '\f') {
        return false;
      }
    }
    return true;
  }
}
