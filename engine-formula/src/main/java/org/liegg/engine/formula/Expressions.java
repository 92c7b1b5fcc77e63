package org.liegg.engine.formula;

import java.util.Map;

/**
 * Reads one expression onto a tape, by recursive descent:
 *
 * <pre>{@code
 * sum     = product { ("+" | "-") product }
 * product = signed { ("*" | "/") signed }
 * signed  = { "-" | "+" } power
 * power   = atom [ "^" signed ]
 * atom    = number | name | function "(" sum { "," sum } ")" | "(" sum ")"
 * }</pre>
 *
 * <p>{@code ^} binds more tightly than the sign before it, and to the right: {@code -x^2} is {@code
 * -(x^2)}, {@code 2^3^2} is {@code 2^9}.
 */
final class Expressions {
  /** Far from the end of a thread's stack. */
  private static final int DEEPEST = 200;

  private static final String END = "the end";

  private final String text;
  private final Tape tape;
  private final Map<String, Integer> names;
  private int at;
  private int depth;

  private Expressions(String text, Tape tape, Map<String, Integer> names) {
    this.text = text;
    this.tape = tape;
    this.names = names;
  }

  /**
   * Reads an expression.
   *
   * @param names positions of what has a name
   * @return the position of its value
   * @throws FormulaFault if it is none
   */
  static int read(String text, Tape tape, Map<String, Integer> names) {
    Expressions reader = new Expressions(text, tape, names);
    int value = reader.sum();
    if (reader.next() != 0) {
      throw reader.unexpected("an operator");
    }
    return value;
  }

  private int sum() {
    if (++depth > DEEPEST) {
      throw new FormulaFault("brackets and signs are more than %d deep".formatted(DEEPEST));
    }
    int value = product();
    while (next() == '+' || next() == '-') {
      Operation operation = taken() == '+' ? Operation.ADD : Operation.SUBTRACT;
      value = tape.apply(operation, value, product());
    }
    depth--;
    return value;
  }

  private int product() {
    int value = signed();
    while (next() == '*' || next() == '/') {
      Operation operation = taken() == '*' ? Operation.MULTIPLY : Operation.DIVIDE;
      value = tape.apply(operation, value, signed());
    }
    return value;
  }

  private int signed() {
    boolean minus = false;
    while (next() == '-' || next() == '+') {
      minus ^= taken() == '-';
    }
    int value = power();
    return minus ? tape.apply(Operation.NEGATE, value, value) : value;
  }

  private int power() {
    int value = atom();
    if (next() != '^') {
      return value;
    }
    taken();
    if (++depth > DEEPEST) {
      throw new FormulaFault("powers are more than %d deep".formatted(DEEPEST));
    }
    int exponent = signed();
    depth--;
    return tape.apply(Operation.POWER, value, exponent);
  }

  private int atom() {
    char c = next();
    if (c == '(') {
      taken();
      int value = sum();
      require(')');
      return value;
    }
    if (Character.isDigit(c) || c == '.') {
      return number();
    }
    if (Names.isStart(c)) {
      return named(word());
    }
    throw unexpected("a number, a name or '('");
  }

  private int number() {
    int from = at;
    while (at < text.length() && isOfNumber(from)) {
      at++;
    }
    String digits = text.substring(from, at);
    try {
      double value = Double.parseDouble(digits);
      if (Double.isFinite(value)) {
        return tape.constant(value);
      }
    } catch (NumberFormatException e) {
      throw new FormulaFault("'%s' is no number".formatted(digits));
    }
    throw new FormulaFault("'%s' is no finite number".formatted(digits));
  }

  private boolean isOfNumber(int from) {
    char c = text.charAt(at);
    boolean exponent = at > from && Character.toLowerCase(text.charAt(at - 1)) == 'e';
    return (c >= '0' && c <= '9')
        || c == '.'
        || c == 'e'
        || c == 'E'
        || (exponent && (c == '-' || c == '+'));
  }

  private String word() {
    int from = at;
    while (at < text.length() && Names.isPart(text.charAt(at))) {
      at++;
    }
    return text.substring(from, at);
  }

  private int named(String name) {
    if (next() == '(') {
      return called(name);
    }
    Integer value = names.get(name);
    if (value == null) {
      throw new FormulaFault("there is no '%s'%s".formatted(name, Names.known(name, names)));
    }
    return value;
  }

  private int called(String name) {
    Operation function =
        Operation.named(name)
            .orElseThrow(
                () ->
                    new FormulaFault(
                        "there is no function '%s'; there are %s"
                            .formatted(name, Names.functions())));
    taken();
    int first = sum();
    int second = first;
    if (function.operands() == 2) {
      require(',');
      second = sum();
    }
    require(')');
    return tape.apply(function, first, second);
  }

  private void require(char wanted) {
    if (next() != wanted) {
      throw unexpected("'%c'".formatted(wanted));
    }
    taken();
  }

  /** The next character that is no space; 0 at the end. */
  private char next() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at < text.length() ? text.charAt(at) : 0;
  }

  private char taken() {
    return text.charAt(at++);
  }

  private FormulaFault unexpected(String wanted) {
    String found = next() == 0 ? END : "'%c'".formatted(text.charAt(at));
    return new FormulaFault(
        "%s stands where %s should, behind '%s'"
            .formatted(found, wanted, text.substring(0, at).strip()));
  }
}
