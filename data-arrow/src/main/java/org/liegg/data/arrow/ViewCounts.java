package org.liegg.data.arrow;

import com.google.flatbuffers.Table;
import org.apache.arrow.flatbuf.Message;

/**
 * How many buffers the fields of views have in a batch, which is younger than the other classes.
 */
final class ViewCounts extends Table {
  private static final int FIELD = 12;

  private ViewCounts() {}

  /** Those of the batch that a message describes. */
  static ViewCounts of(Message batch) {
    ViewCounts counts = new ViewCounts();
    batch.header(counts);
    return counts;
  }

  /**
   * The buffers of the first fields of views, beyond those that all have.
   *
   * @throws IllegalArgumentException if the batch does not say, or too many
   */
  int before(int fields) {
    if (fields == 0) {
      return 0;
    }
    int place = __offset(FIELD);
    if (place == 0 || __vector_len(place) < fields) {
      throw new IllegalArgumentException("a batch does not say where its views are");
    }
    long sum = 0;
    for (int i = 0; i < fields; i++) {
      long count = bb.getLong(__vector(place) + i * Long.BYTES);
      if (count < 0 || count > Integer.MAX_VALUE) {
        throw new IllegalArgumentException("a field of views has %d buffers".formatted(count));
      }
      sum = Math.min(sum + count, Integer.MAX_VALUE);
    }
    return (int) sum;
  }
}
