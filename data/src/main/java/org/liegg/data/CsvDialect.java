package org.liegg.data;

import java.util.List;
import org.liegg.data.DataOptions.Delimiter;
import org.liegg.data.DataOptions.Header;
import org.liegg.data.support.TableColumns;
import org.liegg.data.text.CsvNumber;
import org.liegg.data.text.CsvNumbers;

/**
 * How one .csv file is written, and what of it is read.
 *
 * @param delimiter between its cells
 * @param header whether its first row names the columns
 * @param columns those of the file, and those that are read
 * @param missing what becomes of rows that lack a value
 */
record CsvDialect(
    char delimiter, boolean header, TableColumns columns, DataOptions.Missing missing) {

  /** The delimiter of files whose cells are separated by one or more spaces. */
  static final char SPACES = ' ';

  /** A head of fewer characters than this is the whole file. */
  private static final int CUT = Format.HEAD / 4;

  /** The same, refusing rows that lack a value. */
  CsvDialect refusingMissing() {
    return new CsvDialect(delimiter, header, columns, DataOptions.Missing.REFUSE);
  }

  /** The delimiter that was asked for, or the one that the first lines hold. */
  static char delimiter(Delimiter asked, String head) {
    return switch (asked) {
      case COMMA -> ',';
      case SEMICOLON -> ';';
      case TAB -> '\t';
      case SPACES -> SPACES;
      case AUTO -> found(firstLines(head));
    };
  }

  /** Words with spaces between them are one name, unless the next line has as many. */
  private static char found(List<String> lines) {
    String first = lines.isEmpty() ? "" : lines.get(0);
    for (char known : new char[] {'\t', ';', ','}) {
      if (first.indexOf(known) >= 0) {
        return known;
      }
    }
    int cells = spaced(first);
    boolean spaces = cells > 1 && lines.stream().allMatch(line -> spaced(line) == cells);
    return spaces ? SPACES : ',';
  }

  private static int spaced(String line) {
    return line.strip().split(" +").length;
  }

  /**
   * Whether the first row names the columns. A row of numbers and missing values is a sample with a
   * fault, and so is one with fewer words than numbers; where they are as many, whole numbers are
   * taken for names. But a blank cell before numbers is how a table with numbered columns begins
   * when its rows are named too.
   */
  static boolean header(Header asked, char delimiter, List<String> firstRow) {
    return switch (asked) {
      case PRESENT -> true;
      case ABSENT -> false;
      case AUTO -> {
        CsvNumbers numbers = new CsvNumbers(delimiter);
        long known = firstRow.stream().filter(numbers::is).count();
        long words =
            firstRow.stream()
                .filter(cell -> !numbers.is(cell) && !CsvNumber.isMissing(cell))
                .count();
        boolean corner =
            firstRow.size() > 1
                && firstRow.get(0).isBlank()
                && firstRow.stream().skip(1).allMatch(numbers::is);
        boolean labels =
            firstRow.stream().filter(numbers::is).allMatch(cell -> cell.strip().matches("[0-9]+"));
        yield words > known || (words == known && words > 0 && labels) || corner;
      }
    };
  }

  /** The first two whole lines that are no comments, with what is quoted made one letter. */
  private static List<String> firstLines(String head) {
    String text = head.startsWith("\ufeff") ? head.substring(1) : head;
    int end = text.lastIndexOf('\n');
    List<String> whole = text.length() < CUT ? List.of() : lines(text.substring(0, end + 1));
    return whole.isEmpty() ? lines(text) : whole;
  }

  private static List<String> lines(String text) {
    return text.replaceAll("\"[^\"]*\"?", "q")
        .lines()
        .filter(line -> !line.isBlank() && !CsvRows.isComment(line))
        .limit(2)
        .toList();
  }
}
