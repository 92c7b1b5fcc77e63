package org.liegg.api;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Text from outside, made fit to be shown: on a terminal, in a log, in HTML, XML or a label. A file
 * may call a tensor anything, and what it calls it must neither move a cursor nor turn the text
 * around it.
 *
 * <p>Controls, format and bidirectional characters, line and paragraph separators, unpaired
 * surrogates, and what is no character of Unicode (private or unassigned) become the visible escape
 * {@code \}{@code uXXXX} of every UTF-16 unit. Everything else stays, backslashes included, so that
 * text that is printable already is left alone and escaping twice is escaping once. It is for
 * reading, not for reading back.
 */
public final class Printable {
  /** The longest name that is shown whole, in UTF-16 units. */
  public static final int LONGEST_TEXT = 200;

  /** The longest message that is shown whole, in UTF-16 units. */
  public static final int LONGEST_MESSAGE = 10_000;

  private static final Pattern LINE_BREAK = Pattern.compile("\\R");
  private static final String ELLIPSIS = "…";

  private Printable() {}

  /**
   * A name, a value or another short piece of text from outside.
   *
   * @return the printable text, on one line; of more than {@value #LONGEST_TEXT} characters the
   *     first ones and an ellipsis
   */
  public static String text(String text) {
    return text(text, LONGEST_TEXT);
  }

  /**
   * The same with another limit.
   *
   * @param longest how many UTF-16 units of the printable text are shown, at least 1; the ellipsis
   *     comes on top
   * @throws IllegalArgumentException if the limit is below 1
   */
  public static String text(String text, int longest) {
    if (longest < 1) {
      throw new IllegalArgumentException("Printable: at most %d characters".formatted(longest));
    }
    StringBuilder shown = new StringBuilder(Math.min(text.length(), longest) + 8);
    for (int at = 0; at < text.length(); ) {
      int character = text.codePointAt(at);
      int before = shown.length();
      append(shown, character);
      if (shown.length() > longest) {
        shown.setLength(before);
        return shown.append(ELLIPSIS).toString();
      }
      at += Character.charCount(character);
    }
    return shown.toString();
  }

  /**
   * A sentence that may have text from outside in it, as the message of an error.
   *
   * @return the printable text, on one line: line breaks and the spaces around them are one space;
   *     of more than {@value #LONGEST_MESSAGE} characters the first ones and an ellipsis
   */
  public static String message(String message) {
    String line =
        LINE_BREAK
            .splitAsStream(message)
            .map(String::strip)
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(" "));
    return text(line, LONGEST_MESSAGE);
  }

  /** Whether a character is shown as it is, and not as its escape. */
  public static boolean isPrintable(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }

  private static void append(StringBuilder shown, int codePoint) {
    if (isPrintable(codePoint)) {
      shown.appendCodePoint(codePoint);
      return;
    }
    for (char unit : Character.toChars(codePoint)) {
      shown.append(String.format("\\u%04X", (int) unit));
    }
  }
}
