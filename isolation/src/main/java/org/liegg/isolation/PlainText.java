package org.liegg.isolation;

/** Text that a worker said, made fit to be shown. */
final class PlainText {

  private PlainText() {}

  /**
   * The text with every character that is not printable as its escape: controls, formats, line and
   * paragraph separators, unpaired surrogates, what is private or unassigned.
   */
  static String of(String text) {
    StringBuilder shown = new StringBuilder(text.length());
    text.codePoints().forEach(point -> append(shown, point));
    return shown.toString();
  }

  /** The same on one line: breaks are spaces. */
  static String line(String text) {
    return of(text.replaceAll("\\s*\\R\\s*", " "));
  }

  /** The same, no longer than this. */
  static String line(String text, int longest) {
    String line = line(text);
    if (line.length() <= longest) {
      return line;
    }
    int end = Character.isHighSurrogate(line.charAt(longest - 1)) ? longest - 1 : longest;
    return line.substring(0, end) + "…";
  }

  private static void append(StringBuilder shown, int point) {
    switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR -> {
        for (char unit : Character.toChars(point)) {
          shown.append("\\u%04X".formatted((int) unit));
        }
      }
      default -> shown.appendCodePoint(point);
    }
  }
}
