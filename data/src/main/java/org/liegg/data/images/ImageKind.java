package org.liegg.data.images;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** The formats of images that are read, told apart by their first bytes. */
enum ImageKind {
  PNG("\u0089PNG\r\n\u001a\n"),
  JPEG("\u00ff\u00d8\u00ff");

  private final String begin;

  ImageKind(String begin) {
    this.begin = begin;
  }

  /** The kind of what begins like this. */
  static Optional<ImageKind> of(byte[] head) {
    String text = new String(head, 0, Math.min(head.length, head()), StandardCharsets.ISO_8859_1);
    return Arrays.stream(values()).filter(kind -> text.startsWith(kind.begin)).findFirst();
  }

  /** How many bytes are enough to tell. */
  static int head() {
    return PNG.begin.length();
  }
}
