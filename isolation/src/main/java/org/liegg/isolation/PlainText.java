package org.liegg.isolation;

import java.util.regex.Pattern;
import org.liegg.api.Printable;

/** Text that a worker said, made fit to be shown. */
final class PlainText {
  private static final Pattern BREAK = Pattern.compile("\\s*\\R\\s*");

  private PlainText() {}

  /** The whole text, printable. */
  static String of(String text) {
    return Printable.text(text, Integer.MAX_VALUE);
  }

  /** The same on one line: breaks are spaces. */
  static String line(String text) {
    return of(BREAK.matcher(text).replaceAll(" "));
  }

  /** The same, no longer than this. */
  static String line(String text, int longest) {
    return Printable.text(BREAK.matcher(text).replaceAll(" "), longest);
  }
}
