package org.liegg.data.support;

import org.liegg.api.Dataset;

/** Samples of a table, whose rows that lack a value are skipped. */
public interface RowSkipping extends Dataset {

  /** The same samples, where a row that lacks a value is an error. */
  Dataset refusingMissing();
}
