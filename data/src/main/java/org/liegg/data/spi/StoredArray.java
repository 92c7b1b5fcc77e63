package org.liegg.data.spi;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** One array of a file. */
public interface StoredArray {

  /** What {@code --array} calls it. */
  String name();

  /** Its axes, of which the first counts the samples, as far as the file says; not checked. */
  List<Long> shape();

  /**
   * Why it cannot be read, e.g. {@code text}: what its values are in place of numbers. Empty where
   * it can.
   */
  Optional<String> objection();

  /**
   * Starts a pass; any number of them may be open at once.
   *
   * @throws IOException if the file cannot be read
   */
  ArrayPass open() throws IOException;
}
