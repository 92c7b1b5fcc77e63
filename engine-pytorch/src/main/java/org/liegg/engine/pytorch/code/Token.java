package org.liegg.engine.pytorch.code;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A word of a program.
 *
 * @param kind of it
 * @param text as it is written; of a text without its quotes
 * @param from where it begins
 * @param to where it ends
 */
record Token(Kind kind, String text, int from, int to) {
  private static final Pattern WORD =
      Pattern.compile(
          "(?<comment>#[^\n]*)"
              + "|(?<string>\"(?:[^\"\\\\\n]|\\\\.)*+\"|'(?:[^'\\\\\n]|\\\\.)*+')"
              + "|(?<name>[A-Za-z_][A-Za-z_0-9]*)"
              + "|(?<number>[0-9][0-9A-Za-z_.]*)"
              + "|(?<sign>[^\\s])");

  /** What a word is. */
  enum Kind {
    NAME,
    STRING,
    OTHER
  }

  /** The words of a program, without comments. */
  static List<Token> of(String program) {
    List<Token> tokens = new ArrayList<>();
    Matcher matcher = WORD.matcher(program);
    while (matcher.find()) {
      if (matcher.group("comment") != null) {
        continue;
      }
      String word = matcher.group();
      if (matcher.group("string") != null) {
        tokens.add(
            new Token(
                Kind.STRING, word.substring(1, word.length() - 1), matcher.start(), matcher.end()));
      } else {
        Kind kind = matcher.group("name") == null ? Kind.OTHER : Kind.NAME;
        tokens.add(new Token(kind, word, matcher.start(), matcher.end()));
      }
    }
    return tokens;
  }

  boolean is(String sign) {
    return kind != Kind.STRING && text.equals(sign);
  }
}
