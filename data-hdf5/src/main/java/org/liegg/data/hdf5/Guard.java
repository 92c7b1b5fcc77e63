package org.liegg.data.hdf5;

import java.util.function.Supplier;
import org.liegg.api.DataException;
import org.liegg.data.support.Faults;
import org.liegg.data.text.Words;

/** Untrusted bytes can make the parser fail in any way; the caller hears of one. */
final class Guard {

  private Guard() {}

  /**
   * Does what touches the file.
   *
   * @throws DataException {@code LIEGG-DATA-CORRUPT} if that fails
   */
  static <T> T guarded(String subject, Supplier<T> work) {
    try {
      return work.get();
    } catch (DataException e) {
      throw e;
    } catch (OutOfMemoryError e) {
      throw Faults.corrupt(subject, "it says that it holds more than there is memory for");
    } catch (RuntimeException | StackOverflowError | LinkageError e) {
      throw Faults.corrupt(
          subject,
          "its HDF5 structure is broken (%s)".formatted(Words.cut(String.valueOf(e.getMessage()))));
    }
  }
}
