package org.liegg.data.text;

/**
 * The numbers of one reading of a .csv file. Where the comma does not separate cells it may be the
 * decimal mark; which of point and comma it is, the first cell says that has either, and all others
 * must agree with it.
 */
public final class CsvNumbers {
  private static final char NONE = 0;

  private final boolean commas;
  private char mark = NONE;

  /** Numbers between cells that are separated by this. */
  public CsvNumbers(char delimiter) {
    commas = delimiter != ',';
  }

  /**
   * The number in a cell.
   *
   * @throws NumberFormatException if it is none, or has the other decimal mark
   */
  public double parse(String cell) {
    int comma = cell.indexOf(',');
    boolean point = cell.indexOf('.') >= 0;
    if (comma < 0 && !point) {
      return CsvNumber.parse(cell);
    }
    char used = comma < 0 ? '.' : ',';
    boolean wrong = comma >= 0 && (!commas || point || cell.indexOf(',', comma + 1) >= 0);
    if (wrong || (mark != NONE && used != mark)) {
      throw new NumberFormatException(cell);
    }
    double value = CsvNumber.parse(cell.replace(',', '.'));
    mark = used;
    return value;
  }

  /** Whether a cell is a number with either decimal mark. */
  public boolean is(String cell) {
    return CsvNumber.is(cell) || (commas && CsvNumber.is(cell.replaceFirst(",", ".")));
  }
}
