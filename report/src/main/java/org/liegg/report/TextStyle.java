package org.liegg.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.liegg.api.Printable;
import org.liegg.report.text.Numbers;

/**
 * What a terminal can show: its width, whether it has colours, and whether it has characters beyond
 * ASCII. Text is laid out first and coloured last, so that colour never counts as width.
 *
 * @param width columns, at least {@value #NARROWEST}
 * @param colour whether ANSI colours are understood
 * @param unicode whether characters beyond ASCII can be shown
 */
record TextStyle(int width, boolean colour, boolean unicode) {
  private static final int NARROWEST = 40;

  /** Longer lines than this are hard to read, whatever the terminal. */
  private static final int WIDEST_PROSE = 100;

  /** What a report says in one piece is shorter, unless a file makes it long. */
  private static final int LONGEST = Printable.LONGEST_MESSAGE;

  private static final Map<Character, String> PLAIN =
      Map.ofEntries(
          Map.entry('σ', "sigma"),
          Map.entry('δ', "delta"),
          Map.entry('²', "^2"),
          Map.entry('₁', "_1"),
          Map.entry('≤', "<="),
          Map.entry('≥', ">="),
          Map.entry('×', "x"),
          Map.entry('·', "|"),
          Map.entry('…', "..."),
          Map.entry('→', "->"),
          Map.entry('°', " deg"),
          Map.entry('−', "-"),
          Map.entry('–', "-"),
          Map.entry('—', "-"),
          Map.entry('─', "-"),
          Map.entry('┄', "."),
          Map.entry('‖', "||"),
          Map.entry('│', "|"));

  TextStyle {
    width = Math.max(width, NARROWEST);
  }

  /** The text in characters that the terminal has; what is not printable is escaped. */
  String text(String text) {
    return cleared(text).replace(Numbers.NO_BREAK, ' ');
  }

  private String cleared(String text) {
    StringBuilder shown = new StringBuilder();
    // Line feeds and tabs are the layout of what was quoted, and harmless as spaces.
    String printable = Printable.text(text.replaceAll("[\\t\\n\\r]", " "), LONGEST);
    for (int i = 0; i < printable.length(); i++) {
      char c = printable.charAt(i);
      if (unicode || c < 128 || c == Numbers.NO_BREAK) {
        shown.append(c);
      } else {
        shown.append(PLAIN.getOrDefault(c, "?"));
      }
    }
    return shown.toString();
  }

  /** A word that has a fallback of its own where there is only ASCII. */
  String either(String text, String ascii) {
    return unicode ? text : ascii;
  }

  /** Text in lines no longer than the terminal, those after the first one indented. */
  List<String> wrap(String text, int indent) {
    int limit = Math.min(width, WIDEST_PROSE);
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    boolean first = true;
    for (String word : cleared(text).split(" ", -1)) {
      if (line.length() > indent && line.length() + 1 + word.length() > limit) {
        lines.add(line.toString());
        line = new StringBuilder(" ".repeat(indent)).append(word);
      } else {
        line.append(first ? "" : " ").append(word);
      }
      first = false;
    }
    lines.add(line.toString());
    lines.replaceAll(each -> each.replace(Numbers.NO_BREAK, ' '));
    return lines;
  }

  /** A line with something in passing at its end, if there is room for it. */
  String withAside(String line, String aside) {
    return line.length() + aside.length() <= width ? line + dim(aside) : line;
  }

  String bold(String text) {
    return style("1", text);
  }

  String dim(String text) {
    return style("2", text);
  }

  String green(String text) {
    return style("1;32", text);
  }

  String yellow(String text) {
    return style("1;33", text);
  }

  String cyan(String text) {
    return style("36", text);
  }

  private String style(String code, String text) {
    return colour && !text.isBlank() ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }
}
