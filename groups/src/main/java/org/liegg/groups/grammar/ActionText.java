package org.liegg.groups.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.liegg.api.ActionException;
import org.liegg.api.Printable;

/** A place in the text of an action: the characters ahead, and errors that point at one of them. */
final class ActionText {
  private static final String SYNTAX = "LIEGG-ACTION-SYNTAX";
  private static final String ARGUMENT = "LIEGG-ACTION-ARGUMENT";
  private static final String FORM = "write e.g. 'gl(5)^2' or 'so(3)+translate(2)'";

  /** Far more than any action needs; reading is recursive. */
  private static final int LONGEST = 10_000;

  private static final int DEEPEST = 20;

  /** Characters shown on either side of the place an error points at. */
  private static final int CONTEXT = 60;

  /** How an error that already points at its place is known. */
  private static final String HERE = "⟨here⟩";

  private final String text;
  private final int end;
  private int position;

  /**
   * @throws ActionException if the text is longer, or its brackets are nested deeper, than that of
   *     any action
   */
  ActionText(String text) {
    this(text, 0, text.length());
    requireReadable();
  }

  private void requireReadable() {
    if (text.length() > LONGEST) {
      throw error(
          SYNTAX,
          0,
          "it has %d characters".formatted(text.length()),
          "write " + LONGEST + " at most");
    }
    int depth = 0;
    for (int at = 0; at < text.length(); at++) {
      depth += text.charAt(at) == '(' ? 1 : text.charAt(at) == ')' ? -1 : 0;
      if (depth > DEEPEST) {
        throw error(SYNTAX, at, "brackets are nested deeper than %d".formatted(DEEPEST), FORM);
      }
    }
  }

  private ActionText(String text, int from, int end) {
    this.text = text;
    this.position = from;
    this.end = end;
  }

  /**
   * An argument and where it stands.
   *
   * @param text trimmed
   * @param from its first character, spaces included
   * @param to the character behind it
   */
  record Argument(String text, int from, int to) {}

  /** The same text, of which only an argument is read; places stay those of the whole. */
  ActionText within(Argument argument) {
    return new ActionText(text, argument.from(), argument.to());
  }

  /** Index of the next character that is not a space. */
  int position() {
    while (position < end && Character.isWhitespace(text.charAt(position))) {
      position++;
    }
    return position;
  }

  boolean atEnd() {
    return position() == end;
  }

  boolean isNext(String symbol) {
    return text.startsWith(symbol, position()) && position + symbol.length() <= end;
  }

  /** Steps over a symbol, if it is next. */
  boolean take(String symbol) {
    boolean next = isNext(symbol);
    if (next) {
      position += symbol.length();
    }
    return next;
  }

  /** Steps over a word, if it is next and no part of a longer name. */
  boolean takeWord(String word) {
    int from = position();
    int behind = from + word.length();
    boolean next = isNext(word) && (behind == end || !isNamePart(behind, from));
    if (next) {
      position = behind;
    }
    return next;
  }

  /** Whether a name can begin here. */
  boolean isNameNext() {
    return !atEnd() && isNamePart(position, position);
  }

  /** Whether a symbol stands before this place. */
  boolean isBehind(String symbol, int at) {
    return text.substring(0, at).stripTrailing().endsWith(symbol);
  }

  /** The name that comes next. */
  String name() {
    int from = position();
    while (position < end && isNamePart(position, from)) {
      position++;
    }
    if (position == from) {
      throw expected("the name of a group type");
    }
    return text.substring(from, position);
  }

  private boolean isNamePart(int at, int from) {
    char next = text.charAt(at);
    if (at == from) {
      return Character.isLetter(next);
    }
    return Character.isLetterOrDigit(next) || (next == '-' && !text.startsWith("->", at));
  }

  /** The arguments up to the bracket that closes them, split at top-level commas and trimmed. */
  List<Argument> arguments(int openedAt) {
    List<Argument> arguments = new ArrayList<>();
    int depth = 0;
    int from = position;
    for (; position < end; position++) {
      char next = text.charAt(position);
      if (depth == 0 && (next == ',' || next == ')')) {
        arguments.add(new Argument(text.substring(from, position).trim(), from, position));
        from = position + 1;
        if (next == ')') {
          position++;
          boolean none = arguments.size() == 1 && arguments.get(0).text().isEmpty();
          return none ? List.of() : arguments;
        }
      }
      depth += next == '(' ? 1 : next == ')' ? -1 : 0;
    }
    throw expected("')' for the '(' at character %d".formatted(character(openedAt)));
  }

  /** The name of a file, up to a space or what the grammar joins groups by. */
  String path() {
    int from = position();
    while (position < end
        && !Character.isWhitespace(text.charAt(position))
        && "+*^".indexOf(text.charAt(position)) < 0
        && !text.startsWith("->", position)) {
      position++;
    }
    if (position == from) {
      throw expected("the name of a file");
    }
    return text.substring(from, position);
  }

  /** {@link #path} as the only argument. */
  List<Argument> file() {
    int from = position();
    String path = path();
    return List.of(new Argument(path, from, position));
  }

  /** The number of copies after {@code ^}. */
  int copies() {
    return count("copies", "'^'");
  }

  /**
   * A number of things.
   *
   * @param what of which
   * @param behind what it stands behind
   */
  int count(String what, String behind) {
    int from = position();
    while (position < end && WholeNumbers.isDigit(text.charAt(position))) {
      position++;
    }
    String digits = text.substring(from, position);
    if (digits.isEmpty()) {
      throw error(
          from == end ? SYNTAX : ARGUMENT,
          from,
          "expected the number of %s, found %s".formatted(what, found(from)),
          "write a whole number of at least 1 after " + behind);
    }
    return WholeNumbers.parse(digits)
        .orElseThrow(
            () ->
                error(
                    ARGUMENT,
                    from,
                    "%s %s are too many".formatted(digits, what),
                    "write a smaller number"));
  }

  /** What is next is not what may stand there. */
  ActionException expected(String what) {
    int at = position();
    return error(SYNTAX, at, "expected %s, found %s".formatted(what, found(at)), FORM);
  }

  ActionException error(String code, int at, String found, String remedy) {
    return new ActionException(code, place(at), found, remedy);
  }

  /** Runs what may refuse a part of this text, and points its errors at that part. */
  <T> T locating(int at, String remedy, Supplier<T> maker) {
    try {
      return maker.get();
    } catch (ActionException e) {
      String said = String.valueOf(e.getMessage()).substring(e.code().length() + 2);
      if (said.contains(HERE)) {
        throw e;
      }
      // A long message may have lost its end, and what to do with it.
      int cut = said.lastIndexOf("; ");
      throw new ActionException(
          e.code(),
          place(at),
          cut < 0 ? said : said.substring(0, cut),
          cut < 0 ? remedy : said.substring(cut + 2),
          e);
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new ActionException(ARGUMENT, place(at), String.valueOf(e.getMessage()), remedy, e);
    }
  }

  private String found(int at) {
    return at == text.length()
        ? "the end"
        : "'%s'".formatted(Printable.text(Character.toString(text.codePointAt(at))));
  }

  private String place(int at) {
    String before = at > CONTEXT ? "…" + text.substring(at - CONTEXT, at) : text.substring(0, at);
    String after =
        text.length() - at > CONTEXT ? text.substring(at, at + CONTEXT) + "…" : text.substring(at);
    return "action at character %d of '%s%s%s'"
        .formatted(character(at), shown(before), HERE, shown(after));
  }

  private int character(int at) {
    return text.codePointCount(0, at) + 1;
  }

  private static String shown(String part) {
    return Printable.text(part.replaceAll("\\s", " "), 8 * CONTEXT);
  }
}
