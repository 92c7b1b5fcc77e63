package org.liegg.service.store;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** What a file is by its first bytes, whatever its name says. */
final class Content {
  /** How many bytes it takes to say. */
  static final int HEAD = 512;

  private record Magic(String format, byte[] bytes) {
    static Magic of(String format, String latin1) {
      return new Magic(format, latin1.getBytes(StandardCharsets.ISO_8859_1));
    }

    boolean begins(byte[] head) {
      if (head.length < bytes.length) {
        return false;
      }
      for (int i = 0; i < bytes.length; i++) {
        if (head[i] != bytes[i]) {
          return false;
        }
      }
      return true;
    }
  }

  private static final List<Magic> KNOWN =
      List.of(
          Magic.of("zip", "PK\u0003\u0004"),
          Magic.of("npy", "\u0093NUMPY"),
          Magic.of("hdf5", "\u0089HDF\r\n\u001a\n"),
          Magic.of("gzip", "\u001f\u008b"),
          Magic.of("parquet", "PAR1"),
          Magic.of("arrow", "ARROW1"),
          Magic.of("matlab", "MATLAB"),
          Magic.of("idx", "\u0000\u0000\b"),
          Magic.of("idx", "\u0000\u0000\t"),
          Magic.of("idx", "\u0000\u0000\u000b"),
          Magic.of("idx", "\u0000\u0000\f"),
          Magic.of("idx", "\u0000\u0000\r"),
          Magic.of("idx", "\u0000\u0000\u000e"));

  private static final List<Magic> REFUSED =
      List.of(
          Magic.of("a program", "\u007fELF"),
          Magic.of("a program", "\u00ca\u00fe\u00ba\u00be"),
          Magic.of("a script", "#!"),
          Magic.of("a PDF", "%PDF"));

  private Content() {}

  /** Its format; {@code text} or {@code binary} where nothing more is known. */
  static String format(byte[] head) {
    return KNOWN.stream()
        .filter(magic -> magic.begins(head))
        .map(Magic::format)
        .findFirst()
        .orElseGet(() -> isText(head) ? "text" : "binary");
  }

  /** What it is that no model and no samples are. */
  static Optional<String> objection(byte[] head) {
    if (head.length == 0) {
      return Optional.of("an empty file");
    }
    String start = new String(head, StandardCharsets.ISO_8859_1).stripLeading();
    if (start.regionMatches(true, 0, "<!doctype html", 0, 14)
        || start.regionMatches(true, 0, "<html", 0, 5)) {
      return Optional.of("a web page");
    }
    if (Magic.of("a program", "MZ").begins(head) && !isText(head)) {
      // A table may have such a column.
      return Optional.of("a program");
    }
    return REFUSED.stream().filter(magic -> magic.begins(head)).map(Magic::format).findFirst();
  }

  private static boolean isText(byte[] head) {
    for (byte each : head) {
      if (each >= 0 && each < ' ' && each != '\n' && each != '\r' && each != '\t') {
        return false;
      }
    }
    return true;
  }
}
