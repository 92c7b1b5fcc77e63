package org.liegg.data.support;

import java.util.List;
import org.liegg.data.text.Words;

/**
 * The columns of one table.
 *
 * @param names of all of them, stripped; none where the file does not say
 * @param all how many there are
 * @param read those that are samples' values, counted from 0, in the order of a sample
 */
public record TableColumns(List<String> names, int all, List<Integer> read) {

  /** Copies both lists. */
  public TableColumns {
    names = List.copyOf(names);
    read = List.copyOf(read);
  }

  /** The names of those that are read; none where the file does not say. */
  public List<String> readNames() {
    return names.isEmpty() ? List.of() : read.stream().map(names::get).toList();
  }

  /** How messages call a column, e.g. {@code column 3 'city'}. */
  public String called(int column) {
    String number = "column " + (column + 1);
    return names.isEmpty() || names.get(column).isEmpty()
        ? number
        : number + " " + Words.quoted(names.get(column));
  }

  /** What options call a column: its name where that is there once, and else its number. */
  public String option(int column) {
    String name = names.isEmpty() ? "" : names.get(column);
    boolean plain = name.matches("[\\p{L}_][\\p{L}\\p{N}_]{0,39}");
    boolean once = names.stream().filter(name::equals).count() == 1;
    return plain && once ? name : Integer.toString(column + 1);
  }
}
