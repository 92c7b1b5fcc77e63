package org.liegg.report;

import org.liegg.api.Printable;

/** JSON whose texts are {@link Printable} wherever it is shown. */
final class PrintableJson {
  private static final String SHORT_ESCAPES = "bfnrt";

  private PrintableJson() {}

  /**
   * The same JSON, that reads as the same values: characters that cannot be seen are escaped, as
   * JSON escapes them. For files and terminals.
   */
  static String escaped(String json) {
    int harmless = 0;
    while (harmless < json.length() && isHarmless(json.charAt(harmless))) {
      harmless++;
    }
    return harmless == json.length() ? json : escaped(json, "\\u");
  }

  /**
   * JSON whose texts hold the visible escapes themselves: whatever shows a value shows nothing
   * else. For pages.
   */
  static String visible(String json) {
    StringBuilder shown = new StringBuilder(json.length());
    for (int at = 0; at < json.length(); at++) {
      char c = json.charAt(at);
      if (c != '\\' || at + 1 == json.length()) {
        shown.append(c);
        continue;
      }
      char kind = json.charAt(++at);
      if (kind == 'u' && at + 4 < json.length()) {
        String digits = json.substring(at + 1, at + 5);
        at += 4;
        shown.append(isHidden(digits) ? "\\\\u" : "\\u").append(digits);
      } else if (SHORT_ESCAPES.indexOf(kind) >= 0) {
        shown.append(' ');
      } else {
        shown.append(c).append(kind);
      }
    }
    return escaped(shown.toString(), "\\\\u");
  }

  /** Characters of ASCII stand for themselves: controls are the line feeds of the layout. */
  private static boolean isHarmless(int codePoint) {
    return codePoint < 0x7F || Printable.isPrintable(codePoint);
  }

  private static boolean isHidden(String digits) {
    try {
      char unit = (char) Integer.parseInt(digits, 16);
      return !Printable.isPrintable(unit);
    } catch (NumberFormatException e) {
      return false;
    }
  }

  private static String escaped(String json, String prefix) {
    StringBuilder shown = new StringBuilder(json.length() + 16);
    json.codePoints()
        .forEach(
            codePoint -> {
              if (isHarmless(codePoint)) {
                shown.appendCodePoint(codePoint);
                return;
              }
              for (char unit : Character.toChars(codePoint)) {
                shown.append(prefix).append(String.format("%04X", (int) unit));
              }
            });
    return shown.toString();
  }
}
