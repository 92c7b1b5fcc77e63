package org.liegg.groups.grammar;

import java.util.Optional;

/** Whole numbers as the grammar writes them: ASCII digits and nothing else. */
public final class WholeNumbers {

  private WholeNumbers() {}

  public static boolean isWhole(String text) {
    return !text.isEmpty() && text.chars().allMatch(WholeNumbers::isDigit);
  }

  static boolean isDigit(int character) {
    return character >= '0' && character <= '9';
  }

  /** The value of some digits; empty where it does not fit an int. */
  public static Optional<Integer> parse(String digits) {
    try {
      return Optional.of(Integer.parseInt(digits));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
