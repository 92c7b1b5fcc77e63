package org.liegg.engine.formula;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What may be a name in a formula, and which there are. */
final class Names {
  private static final int MOST_LISTED = 20;

  /** Constants that every formula knows. */
  static final Map<String, Double> CONSTANTS = Map.of("pi", Math.PI, "e", Math.E);

  private Names() {}

  static boolean isStart(char c) {
    return Character.isLetter(c) || c == '_';
  }

  /** A letter, a digit, an underscore, or what chemists and physicists put behind a letter. */
  static boolean isPart(char c) {
    return isStart(c) || Character.isDigit(c) || c == '\'';
  }

  static boolean isName(String text) {
    return !text.isEmpty()
        && isStart(text.charAt(0))
        && text.chars().allMatch(c -> isPart((char) c))
        && Operation.named(text).isEmpty();
  }

  /** The names that could have been meant, to go behind the one that is not there. */
  static String known(String asked, Map<String, Integer> names) {
    if (Operation.named(asked).isPresent()) {
      return ": '%s' is a function, write %s(…)".formatted(asked, asked);
    }
    Set<String> sorted = new TreeSet<>(names.keySet());
    return "; there are "
        + sorted.stream().limit(MOST_LISTED).collect(Collectors.joining(", "))
        + (sorted.size() > MOST_LISTED ? ", …" : "");
  }

  static String functions() {
    return Arrays.stream(Operation.values())
        .filter(operation -> Operation.named(operation.functionName()).isPresent())
        .map(Operation::functionName)
        .collect(Collectors.joining(", "));
  }
}
