package org.liegg.data.spi;

import java.io.IOException;
import java.util.List;
import java.util.OptionalLong;

/** A table whose rows are the samples. */
public non-sealed interface TableContent extends Content {

  /** Its columns in the order of the file, at least one. */
  List<TableColumn> columns();

  /**
   * Starts a pass; any number of them may be open at once.
   *
   * @param read the columns to read, counted from 0, in the order of a sample
   * @throws IOException if the file cannot be read
   */
  TablePass open(List<Integer> read) throws IOException;

  /** How many rows there are; empty where that is not known before they are read. */
  default OptionalLong rows() {
    return OptionalLong.empty();
  }

  /**
   * Starts a pass as near to a row as can be had without reading what is before: at it or before
   * it.
   *
   * @param read the columns to read, counted from 0, in the order of a sample
   * @param row counted from 0
   * @throws IOException if the file cannot be read
   */
  default Begun open(List<Integer> read, long row) throws IOException {
    return new Begun(open(read), 0);
  }

  /**
   * A pass that does not begin with the first row.
   *
   * @param pass which has read nothing
   * @param row the first that it reads, counted from 0
   */
  record Begun(TablePass pass, long row) {}
}
