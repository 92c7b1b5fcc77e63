package org.liegg.data;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.List;
import java.util.stream.Collectors;
import org.liegg.api.DataException;
import org.liegg.data.support.Faults;
import org.liegg.data.text.Words;

/**
 * Which columns of a table are the values of a sample. Columns are named by the header, or numbered
 * from 1; a number is always a position, also where a column is called like it.
 *
 * @param take numbers, ranges such as {@code 2-8}, or names, in the order of a sample; all columns
 *     where empty
 * @param leave those that are no values of a sample, of the same form
 */
public record ColumnChoice(List<String> take, List<String> leave) {

  /** Copies both lists. */
  public ColumnChoice {
    take = List.copyOf(take);
    leave = List.copyOf(leave);
  }

  /** All columns. */
  public static ColumnChoice all() {
    return new ColumnChoice(List.of(), List.of());
  }

  /**
   * The same, taking these alone.
   *
   * @param columns separated by commas, e.g. {@code 2-4,age}; names with a comma are quoted
   * @throws DataException {@code LIEGG-DATA-COLUMN} if it is no such list
   */
  public ColumnChoice taking(String columns) {
    return new ColumnChoice(parts(columns), leave);
  }

  /** The same without these, written as in {@link #taking}. */
  public ColumnChoice leaving(String columns) {
    return new ColumnChoice(take, parts(columns));
  }

  /** The form in which {@link #taking} takes columns. */
  public static String text(List<String> columns) {
    return columns.stream()
        .map(name -> name.contains(",") || name.contains("\"") ? quoted(name) : name)
        .collect(Collectors.joining(","));
  }

  private static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  private static List<String> parts(String text) {
    if (text.isBlank()) {
      return List.of("");
    }
    try {
      return CsvReader.builder().ofCsvRecord(text).stream()
          .map(CsvRecord::getFields)
          .flatMap(List::stream)
          .map(String::strip)
          .toList();
    } catch (CsvParseException e) {
      throw new DataException(
          "LIEGG-DATA-COLUMN",
          "columns " + Words.quoted(text),
          "this is no list of columns (%s)".formatted(Faults.reason(e)),
          "give numbers, ranges or names, separated by commas");
    }
  }
}
