package org.liegg.data.arrow;

import java.io.EOFException;
import java.io.IOException;
import org.liegg.api.DataException;
import org.liegg.data.support.Faults;
import org.liegg.data.text.Words;

/** Bytes that nobody has checked can make reading fail in any way; the caller hears of one. */
final class Guard {

  private Guard() {}

  /** What touches the file. */
  interface Work<T> {
    /** Does it. */
    T done() throws IOException;
  }

  /**
   * Does what touches the file.
   *
   * @throws DataException {@code LIEGG-DATA-TRUNCATED} if the file ends too early, {@code
   *     LIEGG-DATA-CORRUPT} if it fails otherwise
   */
  static <T> T guarded(String subject, Work<T> work) {
    try {
      return work.done();
    } catch (DataException e) {
      throw e;
    } catch (EOFException e) {
      throw Faults.truncated(subject, Words.cut(Faults.reason(e)));
    } catch (IOException | RuntimeException e) {
      throw Faults.corrupt(subject, "it cannot be decoded: " + Words.cut(Faults.reason(e)));
    }
  }
}
