package org.liegg.data;

import java.util.List;
import org.liegg.data.DataOptions.Delimiter;
import org.liegg.data.DataOptions.Header;

/**
 * How one .csv file is written.
 *
 * @param delimiter between its cells
 * @param header whether its first row names the columns
 * @param columns cells in a row
 */
record CsvDialect(char delimiter, boolean header, int columns) {

  /** The delimiter that was asked for, or the one that the first line holds. */
  static char delimiter(Delimiter asked, String head) {
    return switch (asked) {
      case COMMA -> ',';
      case SEMICOLON -> ';';
      case TAB -> '\t';
      case AUTO -> {
        String outside = firstLine(head).replaceAll("\"[^\"]*\"?", "");
        yield outside.indexOf('\t') >= 0 ? '\t' : outside.indexOf(';') >= 0 ? ';' : ',';
      }
    };
  }

  /**
   * Whether the first row names the columns. A row of numbers and missing values is a sample with a
   * fault, and so is one with fewer words than numbers; where they are as many, whole numbers are
   * taken for names. But a blank cell before numbers is how a table with numbered columns begins
   * when its rows are named too.
   */
  static boolean header(Header asked, List<String> firstRow) {
    return switch (asked) {
      case PRESENT -> true;
      case ABSENT -> false;
      case AUTO -> {
        long numbers = firstRow.stream().filter(CsvNumber::is).count();
        long words =
            firstRow.stream()
                .filter(cell -> !CsvNumber.is(cell) && !CsvNumber.isMissing(cell))
                .count();
        boolean corner =
            firstRow.size() > 1
                && firstRow.get(0).isBlank()
                && firstRow.stream().skip(1).allMatch(CsvNumber::is);
        boolean labels =
            firstRow.stream()
                .filter(CsvNumber::is)
                .allMatch(cell -> cell.strip().matches("[0-9]+"));
        yield words > numbers || (words == numbers && words > 0 && labels) || corner;
      }
    };
  }

  private static String firstLine(String head) {
    return head.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
  }
}
