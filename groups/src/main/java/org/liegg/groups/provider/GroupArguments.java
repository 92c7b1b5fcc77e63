package org.liegg.groups.provider;

import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.liegg.api.ActionException;
import org.liegg.groups.finite.Grid;
import org.liegg.groups.grammar.WholeNumbers;

/**
 * The arguments of a group that is tried by its elements.
 *
 * @param name of the group
 * @param usage of it
 * @param all the arguments
 */
record GroupArguments(String name, String usage, List<String> all) {
  /** Sizes of groups whose elements are matrices or lists of places. */
  private static final int LARGEST = 4096;

  private static final Pattern IMAGE =
      Pattern.compile("([0-9]{1,6})x([0-9]{1,6})(?:x([0-9]{1,6}))?");
  private static final Pattern STEPS = Pattern.compile("([0-9]{1,7})(?:x([0-9]{1,6}))?");

  GroupArguments requireCount(int fewest, int most) {
    if (all.size() < fewest || all.size() > most) {
      String wanted = fewest == most ? Integer.toString(most) : "%d to %d".formatted(fewest, most);
      throw wrong("it takes %s arguments, found %d".formatted(wanted, all.size()));
    }
    return this;
  }

  boolean has(int place) {
    return place < all.size();
  }

  String text(int place) {
    return all.get(place);
  }

  /** A whole number from 1 to 4096. */
  int size(int place) {
    String text = all.get(place);
    OptionalInt found = whole(text);
    return found.orElseThrow(
        () -> wrong("'%s' is not a whole number from 1 to %d".formatted(text, LARGEST)));
  }

  int[] sizes() {
    return IntStream.range(0, all.size()).map(this::size).toArray();
  }

  static OptionalInt whole(String text) {
    return WholeNumbers.isWhole(text)
        ? WholeNumbers.parse(text).stream()
            .mapToInt(value -> value)
            .filter(value -> value >= 1 && value <= LARGEST)
            .findFirst()
        : OptionalInt.empty();
  }

  /** A number above a limit. */
  double number(int place, double above) {
    try {
      double value = Double.parseDouble(all.get(place));
      if (value > above && Double.isFinite(value)) {
        return value;
      }
    } catch (NumberFormatException e) {
      // Said below, as numbers that are too small are.
    }
    throw wrong("'%s' is no number above %s".formatted(all.get(place), above == 0 ? "0" : "1"));
  }

  /** {@code HxW} or {@code HxWxC}. */
  Grid image() {
    Matcher size = matched(IMAGE, "an image");
    return new Grid(number(size, 1), number(size, 2), number(size, 3));
  }

  /** {@code T} or {@code TxC}, as an image of one column. */
  Grid steps() {
    Matcher size = matched(STEPS, "a window of a series");
    return new Grid(number(size, 1), 1, number(size, 2));
  }

  private Matcher matched(Pattern pattern, String what) {
    Matcher size = pattern.matcher(all.get(0));
    if (!size.matches()) {
      throw wrong("'%s' is no size of %s".formatted(all.get(0), what));
    }
    return size;
  }

  private static int number(Matcher size, int group) {
    return size.group(group) == null ? 1 : Integer.parseInt(size.group(group));
  }

  ActionException wrong(String found) {
    return new ActionException(
        "LIEGG-ACTION-ARGUMENT",
        "'%s(%s)'".formatted(name, String.join(",", all)),
        found,
        "write " + usage);
  }
}
