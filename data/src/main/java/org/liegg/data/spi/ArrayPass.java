package org.liegg.data.spi;

import java.io.Closeable;
import java.io.IOException;

/** A pass over the samples of an array, from the first on; confined to one thread. */
public interface ArrayPass extends Closeable {

  /**
   * Reads samples, each flattened in C order.
   *
   * @param first the sample to begin with, counted from 0; each is asked for once, in order
   * @param rows how many, ≥ 1 and not beyond the end
   * @param to where their values go, one sample after the other
   * @param offset where in it the first value goes
   * @throws IOException if the file cannot be read
   * @throws org.liegg.api.DataException if a sample is not what was announced
   */
  void read(long first, int rows, double[] to, int offset) throws IOException;
}
