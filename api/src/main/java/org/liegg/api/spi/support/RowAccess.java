package org.liegg.api.spi.support;

import java.util.OptionalLong;
import org.liegg.api.Dataset;

/**
 * Samples of a table some rows of which can be read without all that are before them. A row that
 * lacks a value is no sample, so that there may be fewer samples than rows.
 */
public interface RowAccess extends Dataset {

  /** How many rows the table has; empty where it does not tell before they are read. */
  OptionalLong rows();

  /**
   * The samples among rows that follow each other, under the same name and with the hash of the
   * whole source. Their batches are those of a reader of all rows, cut at both ends; there may be
   * none. What is noticed of the source is said of these rows alone.
   *
   * @param from the first row, from 0
   * @param to behind the last; at most so many as there are
   */
  Dataset rows(long from, long to);
}
