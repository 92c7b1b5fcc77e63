package org.liegg.data.content;

/**
 * Rows of a table that follow each other.
 *
 * @param from the first, from 0
 * @param to behind the last
 */
record RowSpan(long from, long to) {
  static final RowSpan ALL = new RowSpan(0, Long.MAX_VALUE);

  /** What messages add to the name of the source. */
  String named() {
    return this.equals(ALL) ? "" : ", rows %d to %d".formatted(from + 1, to);
  }
}
