package org.liegg.data.spi;

import java.io.IOException;
import java.util.List;

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
}
