package org.liegg.data.text;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The part of Python's literals that headers of .npy files are written in: strings, integers, True,
 * False, None, tuples, lists and dictionaries. They become {@code String}, {@code BigInteger},
 * {@code Boolean}, {@code "None"}, {@code List} and {@code Map}.
 */
public final class PythonLiteral {

  private static final int DEEPEST = 16;

  private final String text;
  private int at;

  private PythonLiteral(String text) {
    this.text = text;
  }

  /**
   * The value of a literal.
   *
   * @throws IllegalArgumentException if the text is anything else; the message says where
   */
  public static Object parse(String text) {
    PythonLiteral parser = new PythonLiteral(text);
    Object value = parser.value(0);
    if (parser.peek() != 0) {
      throw parser.unexpected();
    }
    return value;
  }

  private Object value(int depth) {
    if (depth > DEEPEST) {
      throw new IllegalArgumentException("brackets more than %d deep".formatted(DEEPEST));
    }
    char c = peek();
    return switch (c) {
      case '{' -> dictionary(depth);
      case '(' -> sequence(')', depth);
      case '[' -> sequence(']', depth);
      case '\'', '"' -> string(c);
      default -> c == '-' || isDigit(c) ? integer() : word();
    };
  }

  private Map<Object, Object> dictionary(int depth) {
    Map<Object, Object> entries = new LinkedHashMap<>();
    at++;
    while (peek() != '}') {
      Object key = value(depth + 1);
      expect(':');
      entries.put(key, value(depth + 1));
      if (peek() != '}') {
        expect(',');
      }
    }
    at++;
    return entries;
  }

  private List<Object> sequence(char close, int depth) {
    List<Object> items = new ArrayList<>();
    at++;
    while (peek() != close) {
      items.add(value(depth + 1));
      if (peek() != close) {
        expect(',');
      }
    }
    at++;
    return items;
  }

  private String string(char quote) {
    int end = text.indexOf(quote, at + 1);
    if (end < 0) {
      throw unexpected();
    }
    String content = text.substring(at + 1, end);
    at = end + 1;
    return content;
  }

  private BigInteger integer() {
    int from = at++;
    while (at < text.length() && isDigit(text.charAt(at))) {
      at++;
    }
    int to = at;
    if (to == from + 1 && text.charAt(from) == '-') {
      throw unexpected();
    }
    // Python 2 wrote long integers with an L.
    if (at < text.length() && text.charAt(at) == 'L') {
      at++;
    }
    return new BigInteger(text.substring(from, to));
  }

  private Object word() {
    for (String word : List.of("True", "False", "None")) {
      if (text.startsWith(word, at)) {
        at += word.length();
        return word.equals("None") ? word : Boolean.valueOf(word);
      }
    }
    throw unexpected();
  }

  private void expect(char c) {
    if (peek() != c) {
      throw unexpected();
    }
    at++;
  }

  /** The next character that is no white space, 0 at the end. */
  private char peek() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return at < text.length() ? text.charAt(at) : 0;
  }

  private IllegalArgumentException unexpected() {
    String found =
        at < text.length() ? Words.quoted(text.substring(at, at + 1)) : "the end of the header";
    return new IllegalArgumentException(
        "%s at character %d is out of place".formatted(found, at + 1));
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
