package org.liegg.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Arguments as they are, for what has to be known before they are read, or although they are wrong.
 *
 * @param words one by one
 */
record Arguments(List<String> words) {
  /** Options with a value that may stand before the command. */
  private static final Set<String> BEFORE = Set.of("--plugins", "--config");

  Arguments {
    words = List.copyOf(words);
  }

  /** The first argument that is no option, nor the value of one that may stand before it. */
  Optional<String> command() {
    return IntStream.range(0, words.size())
        .filter(i -> i == 0 || !BEFORE.contains(words.get(i - 1)))
        .mapToObj(words::get)
        .filter(word -> !word.startsWith("-"))
        .findFirst();
  }

  /** The last value that an option is given. */
  Optional<String> value(String option) {
    Optional<String> value = Optional.empty();
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      if (word.startsWith(option + "=")) {
        value = Optional.of(word.substring(option.length() + 1));
      } else if (word.equals(option) && i + 1 < words.size()) {
        value = Optional.of(words.get(i + 1));
      }
    }
    return value;
  }

  /** Whether one of these stands among them, with a value or without. */
  boolean has(String... options) {
    return List.of(options).stream().anyMatch(options()::contains);
  }

  /** Everything that looks like an option, without its value. */
  Set<String> options() {
    Set<String> options = new TreeSet<>();
    for (String word : words) {
      if (word.startsWith("-")) {
        options.add(word.replaceFirst("=.*", ""));
      }
    }
    return options;
  }

  /** With more options behind them, before those words that {@code --} says are none. */
  Arguments with(List<String> more) {
    int end = words.indexOf("--");
    List<String> all = new ArrayList<>(words);
    all.addAll(end < 0 ? all.size() : end, more);
    return new Arguments(all);
  }

  /** Without an option and its value. */
  Arguments without(String option) {
    List<String> rest = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      if (words.get(i).equals(option)) {
        i++;
      } else if (!words.get(i).startsWith(option + "=")) {
        rest.add(words.get(i));
      }
    }
    return new Arguments(rest);
  }

  String[] array() {
    return words.toArray(String[]::new);
  }
}
