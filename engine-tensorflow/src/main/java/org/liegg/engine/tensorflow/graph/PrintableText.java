package org.liegg.engine.tensorflow.graph;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.liegg.api.Printable;

/**
 * Text of a model's file as messages may hold it: a file may name its nodes with whatever moves a
 * terminal's cursor or turns the direction of reading.
 */
public final class PrintableText {
  private static final int MAX_WORD_LENGTH = 200;
  private static final int MAX_LENGTH = 5_000;

  private PrintableText() {}

  /** The text on one line, with escapes for what does not print; long words are cut short. */
  static String of(String text) {
    String words =
        Arrays.stream(text.split(" ", -1))
            .map(PrintableText::word)
            .collect(Collectors.joining(" "));
    return words.length() > MAX_LENGTH ? words.substring(0, MAX_LENGTH) + "…" : words;
  }

  /** Whether a text has nothing but what prints. */
  public static boolean isPrintable(String text) {
    return text.codePoints().allMatch(Printable::isPrintable);
  }

  private static String word(String word) {
    return Printable.text(word, MAX_WORD_LENGTH);
  }
}
