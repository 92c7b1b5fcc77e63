package org.liegg.engine.tensorflow;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Text of a model's file as messages may hold it: a file may name its nodes with whatever moves a
 * terminal's cursor or turns the direction of reading.
 */
final class PrintableText {
  private static final int LONGEST_WORD = 200;
  private static final int LONGEST = 5_000;

  private PrintableText() {}

  /** The text on one line, with escapes for what does not print; long words are cut short. */
  static String of(String text) {
    String words =
        Arrays.stream(text.split(" ", -1))
            .map(PrintableText::word)
            .collect(Collectors.joining(" "));
    return words.length() > LONGEST ? words.substring(0, LONGEST) + "…" : words;
  }

  /** Whether a text has nothing but what prints. */
  static boolean isPrintable(String text) {
    return text.codePoints().allMatch(PrintableText::prints);
  }

  /** Escapes are made of printable characters, so that escaping twice changes nothing. */
  private static String word(String word) {
    StringBuilder printable = new StringBuilder();
    for (int i = 0; i < word.length(); i += Character.charCount(word.codePointAt(i))) {
      if (printable.length() >= LONGEST_WORD) {
        return printable.append("…").toString();
      }
      int point = word.codePointAt(i);
      if (prints(point)) {
        printable.appendCodePoint(point);
      } else {
        for (char unit : Character.toChars(point)) {
          printable.append(String.format("\\u%04X", (int) unit));
        }
      }
    }
    return printable.toString();
  }

  private static boolean prints(int point) {
    return switch (Character.getType(point)) {
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
}
