package org.liegg.data;

import java.util.Optional;

/**
 * What a file of samples cannot say of itself. An option that the file's format has no use for is
 * an error, never ignored.
 *
 * @param array name of the array in a .npz file; the only one if empty
 * @param header whether the first row of a .csv file names the columns
 * @param delimiter what separates the cells of a .csv file
 */
public record DataOptions(Optional<String> array, Header header, Delimiter delimiter) {

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
    /** The tab if the first line holds one outside quotes, else the semicolon, else the comma. */
    AUTO,
    /** {@code ,} */
    COMMA,
    /** {@code ;} */
    SEMICOLON,
    /** The tabulator. */
    TAB
  }

  /** Everything found out from the file. */
  public static DataOptions defaults() {
    return new DataOptions(Optional.empty(), Header.AUTO, Delimiter.AUTO);
  }

  /** The same, reading the array of this name from a .npz file. */
  public DataOptions withArray(String name) {
    return new DataOptions(Optional.of(name), header, delimiter);
  }

  /** The same, with or without a header row. */
  public DataOptions withHeader(Header mode) {
    return new DataOptions(array, mode, delimiter);
  }

  /** The same, with this delimiter. */
  public DataOptions withDelimiter(Delimiter separator) {
    return new DataOptions(array, header, separator);
  }

  /** An array name makes sense for .npz alone. */
  void requireNoArray(ByteSource source, Format format) {
    array.ifPresent(
        name -> {
          throw Faults.option(
              source, "an array name (%s)".formatted(Words.quoted(name)), format, ".npz");
        });
  }

  /** Header and delimiter make sense for .csv alone. */
  void requireNoCsv(ByteSource source, Format format) {
    if (header != Header.AUTO) {
      throw Faults.option(source, "a header mode (%s)".formatted(header), format, ".csv");
    }
    if (delimiter != Delimiter.AUTO) {
      throw Faults.option(source, "a delimiter (%s)".formatted(delimiter), format, ".csv");
    }
  }
}
