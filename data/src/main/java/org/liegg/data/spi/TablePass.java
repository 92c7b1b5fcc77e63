package org.liegg.data.spi;

import java.io.Closeable;
import java.io.IOException;

/** A pass over the rows of a table; confined to one thread. */
public interface TablePass extends Closeable {

  /**
   * Reads the next rows. A value that is missing is NaN.
   *
   * @param to where they go, row-major
   * @param most how many rows it has room for, ≥ 1
   * @return how many were read; 0 at the end alone
   * @throws IOException if the file cannot be read
   */
  int read(double[] to, int most) throws IOException;
}
