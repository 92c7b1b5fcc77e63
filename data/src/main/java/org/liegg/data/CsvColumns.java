package org.liegg.data;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.liegg.data.text.Words;

/**
 * The columns of one .csv file.
 *
 * @param names of all of them, stripped; none where the file does not say
 * @param all how many there are
 * @param read those that are samples' values, counted from 0, in the order of a sample
 */
record CsvColumns(List<String> names, int all, List<Integer> read) {

  CsvColumns {
    names = List.copyOf(names);
    read = List.copyOf(read);
  }

  /** Those that a choice takes. */
  static CsvColumns of(String subject, List<String> names, int all, Optional<ColumnChoice> choice) {
    List<Integer> read =
        choice
            .map(chosen -> new ColumnSelection(subject, names, all).of(chosen))
            .orElseGet(() -> IntStream.range(0, all).boxed().toList());
    return new CsvColumns(names, all, read);
  }

  /** The names of those that are read; none where the file does not say. */
  List<String> readNames() {
    return names.isEmpty() ? List.of() : read.stream().map(names::get).toList();
  }

  /** How messages call a column, e.g. {@code column 3 'city'}. */
  String called(int column) {
    String number = "column " + (column + 1);
    return names.isEmpty() || names.get(column).isEmpty()
        ? number
        : number + " " + Words.quoted(names.get(column));
  }

  /** What options call a column: its name where that is there once, and else its number. */
  String option(int column) {
    String name = names.isEmpty() ? "" : names.get(column);
    boolean plain = name.matches("[\\p{L}_][\\p{L}\\p{N}_]{0,39}");
    boolean once = names.stream().filter(name::equals).count() == 1;
    return plain && once ? name : Integer.toString(column + 1);
  }
}
