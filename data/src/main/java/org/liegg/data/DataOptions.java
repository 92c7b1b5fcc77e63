package org.liegg.data;

import java.util.Optional;
import org.liegg.data.support.Faults;
import org.liegg.data.text.Words;

/**
 * What a file of samples cannot say of itself. An option that the file's format has no use for is
 * an error, never ignored.
 *
 * @param array name of the array in a file of several; the only one if empty
 * @param header whether the first row of a .csv file names the columns
 * @param delimiter what separates the cells of a .csv file
 * @param columns which columns of a table or a two-dimensional array are values of a sample; all of
 *     them where empty
 * @param missing what becomes of the rows of a table that lack a value
 */
public record DataOptions(
    Optional<String> array,
    Header header,
    Delimiter delimiter,
    Optional<ColumnChoice> columns,
    Missing missing) {

  /** Whether the first row of a .csv file names the columns. */
  public enum Header {
    /** It does if it holds a word, or nothing but a blank first cell beside numbers. */
    AUTO,
    /** It does. */
    PRESENT,
    /** It is the first sample. */
    ABSENT
  }

  /** What separates the cells of a .csv file. */
  public enum Delimiter {
    /**
     * The first of tab, semicolon and comma that the first line holds outside quotes; spaces if it
     * holds none, and it and the next line have equally many words.
     */
    AUTO,
    /** {@code ,} */
    COMMA,
    /** {@code ;} */
    SEMICOLON,
    /** The tabulator. */
    TAB,
    /** One or more spaces. */
    SPACES
  }

  /** What becomes of a row of a table that lacks a value. */
  public enum Missing {
    /** It is passed over, and counted in a warning. */
    SKIP,
    /** It is an error, as where samples stand beside those of another file. */
    REFUSE
  }

  /** Everything found out from the file. */
  public static DataOptions defaults() {
    return new DataOptions(
        Optional.empty(), Header.AUTO, Delimiter.AUTO, Optional.empty(), Missing.SKIP);
  }

  /** The same, reading the array of this name. */
  public DataOptions withArray(String name) {
    return new DataOptions(Optional.of(name), header, delimiter, columns, missing);
  }

  /** The same, with or without a header row. */
  public DataOptions withHeader(Header mode) {
    return new DataOptions(array, mode, delimiter, columns, missing);
  }

  /** The same, with this delimiter. */
  public DataOptions withDelimiter(Delimiter separator) {
    return new DataOptions(array, header, separator, columns, missing);
  }

  /** The same, reading these columns. */
  public DataOptions withColumns(ColumnChoice choice) {
    return new DataOptions(array, header, delimiter, Optional.of(choice), missing);
  }

  /** The same, with this treatment of rows that lack a value. */
  public DataOptions withMissing(Missing treatment) {
    return new DataOptions(array, header, delimiter, columns, treatment);
  }

  /** An array name makes sense for files of several arrays alone. */
  void requireNoArray(String subject, String format) {
    array.ifPresent(
        name -> {
          throw Faults.option(
              subject,
              "--array (%s)".formatted(Words.quoted(name)),
              format,
              ".npz, safetensors, MATLAB and HDF5");
        });
  }

  /** Header and delimiter make sense for .csv alone. */
  void requireNoText(String subject, String format) {
    if (header != Header.AUTO) {
      throw Faults.option(subject, "a header mode (%s)".formatted(header), format, ".csv");
    }
    if (delimiter != Delimiter.AUTO) {
      throw Faults.option(subject, "a delimiter (%s)".formatted(delimiter), format, ".csv");
    }
  }
}
