package org.liegg.data.text;

import java.util.Locale;
import java.util.Set;

/** Cells of a .csv file as numbers. */
public final class CsvNumber {

  private static final Set<String> MISSING =
      Set.of("", "na", "n/a", "#n/a", "nan", "null", "none", "?", "-");

  /** Of a cell with spaces around it; longer ones are not looked at. */
  private static final int LONGEST_MISSING = 64;

  private CsvNumber() {}

  /**
   * The number in a cell: decimal, with or without an exponent, or one of the spellings of NaN and
   * infinity.
   *
   * @throws NumberFormatException if it is none
   */
  public static double parse(String cell) {
    String text = cell.strip();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      // Java's own parser also takes 1d, 1f and hexadecimal.
      if (!(c >= '0' && c <= '9') && c != '.' && c != '-' && c != '+' && c != 'e' && c != 'E') {
        return special(text);
      }
    }
    return Double.parseDouble(text);
  }

  /** Whether a cell is a number, be it NaN or infinite. */
  public static boolean is(String cell) {
    try {
      parse(cell);
      return true;
    } catch (NumberFormatException e) {
      return false;
    }
  }

  /** Whether a cell stands for a value that is not there; NaN is one of its spellings. */
  public static boolean isMissing(String cell) {
    return cell.length() <= LONGEST_MISSING
        && MISSING.contains(cell.strip().toLowerCase(Locale.ROOT));
  }

  private static double special(String text) {
    String word = text.toLowerCase(Locale.ROOT);
    boolean negative = word.startsWith("-");
    String magnitude = negative || word.startsWith("+") ? word.substring(1) : word;
    return switch (magnitude) {
      case "nan" -> Double.NaN;
      case "inf", "infinity" -> negative ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
      default -> throw new NumberFormatException(text);
    };
  }
}
