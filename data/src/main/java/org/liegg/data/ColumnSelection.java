package org.liegg.data;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.liegg.api.DataException;
import org.liegg.data.support.ChosenColumns;
import org.liegg.data.support.TableColumns;
import org.liegg.data.text.Words;

/**
 * Finds the chosen columns of one table.
 *
 * @param subject how messages call the table
 * @param names of its columns; none where it does not say
 * @param all how many columns it has
 */
record ColumnSelection(String subject, List<String> names, int all) {
  private static final Pattern NUMBERS = Pattern.compile("([0-9]+)(?:\\s*-\\s*([0-9]+))?");

  /**
   * The columns of an array, which have no names.
   *
   * @param shape the axes of a sample; columns are those of one axis
   * @throws DataException as {@link #of}, and {@code LIEGG-DATA-OPTION} if there are several axes
   */
  static ChosenColumns ofArray(String subject, List<Integer> shape, ColumnChoice choice) {
    if (shape.size() != 1) {
      throw ChosenColumns.noColumns(subject, shape);
    }
    ColumnSelection columns = new ColumnSelection(subject, List.of(), shape.get(0));
    return new ChosenColumns(Optional.of(columns.of(choice)));
  }

  /** The columns of the table, of which a choice, or all are read. */
  TableColumns read(Optional<ColumnChoice> choice) {
    return new TableColumns(
        names, all, choice.map(this::of).orElseGet(() -> IntStream.range(0, all).boxed().toList()));
  }

  /**
   * The columns, counted from 0, in the order of a sample.
   *
   * @throws DataException {@code LIEGG-DATA-COLUMN} if there is no such column, one is meant twice,
   *     or none is left
   */
  List<Integer> of(ColumnChoice choice) {
    List<Integer> taken =
        choice.take().isEmpty()
            ? IntStream.range(0, all).boxed().toList()
            : found("--columns", choice.take());
    Set<Integer> left = new LinkedHashSet<>(taken);
    for (int column : found("--exclude", choice.leave())) {
      left.remove(column);
    }
    if (left.isEmpty()) {
      throw fault("--exclude leaves none of its columns", "leave out fewer");
    }
    return List.copyOf(left);
  }

  private List<Integer> found(String option, List<String> texts) {
    Set<Integer> columns = new LinkedHashSet<>();
    for (String text : texts) {
      for (int column : columns(option, text)) {
        if (!columns.add(column)) {
          throw fault(
              "%s has column %d twice".formatted(option, column + 1), "name every column once");
        }
      }
    }
    return new ArrayList<>(columns);
  }

  private List<Integer> columns(String option, String text) {
    Matcher numbers = NUMBERS.matcher(text);
    if (!numbers.matches()) {
      return List.of(named(option, text));
    }
    int first = numbered(option, numbers.group(1));
    int last = numbers.group(2) == null ? first : numbered(option, numbers.group(2));
    if (last < first) {
      throw fault(
          "%s has the range %s, which runs backwards".formatted(option, text),
          "give the smaller number first");
    }
    return IntStream.rangeClosed(first, last).boxed().toList();
  }

  private int numbered(String option, String digits) {
    String number = digits.replaceFirst("^0+(?=.)", "");
    boolean small = number.length() <= 9;
    if (!small || Integer.parseInt(number) < 1 || Integer.parseInt(number) > all) {
      throw fault(
          "%s names column %s, and they are numbered from 1 to %d"
              .formatted(option, Words.cut(number), all),
          "choose among " + there());
    }
    return Integer.parseInt(number) - 1;
  }

  private int named(String option, String name) {
    int first = names.indexOf(name);
    if (first < 0) {
      throw fault(
          names.isEmpty()
              ? "%s names column %s, and nothing in it names its columns"
                  .formatted(option, Words.quoted(name))
              : "%s names column %s, which it has not".formatted(option, Words.quoted(name)),
          "choose among " + there());
    }
    if (names.lastIndexOf(name) != first) {
      throw fault(
          "%s names column %s, and columns %d and %d are called so"
              .formatted(option, Words.quoted(name), first + 1, names.lastIndexOf(name) + 1),
          "choose it by its number");
    }
    return first;
  }

  private String there() {
    return names.isEmpty() ? "1 to " + all : Words.listed(names) + " (1 to " + all + ")";
  }

  private DataException fault(String found, String remedy) {
    return new DataException("LIEGG-DATA-COLUMN", subject, found, remedy);
  }
}
