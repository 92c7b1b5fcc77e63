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
   * fault, not a header; but a blank cell before numbers is how a table with numbered columns
   * begins when its rows are named too.
   */
  static boolean header(Header asked, List<String> firstRow) {
    return switch (asked) {
      case PRESENT -> true;
      case ABSENT -> false;
      case AUTO -> {
        boolean word =
            firstRow.stream().anyMatch(cell -> !CsvNumber.is(cell) && !CsvNumber.isMissing(cell));
        boolean corner =
            firstRow.size() > 1
                && firstRow.get(0).isBlank()
                && firstRow.stream().skip(1).allMatch(CsvNumber::is);
        yield word || corner;
      }
    };
  }

  private static String firstLine(String head) {
    return head.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
  }
}
