package org.liegg.data.text;

import java.util.Optional;
import org.liegg.api.Warning;
import org.liegg.api.WarningCode;

/** How many rows of a file were passed over for want of a value, by the longest reading of it. */
public final class SkippedRows {
  private long most;
  private String first = "";

  public SkippedRows() {}

  /**
   * Hears that a reading has passed over a row.
   *
   * @param count how many that makes in this reading
   * @param where the row and what it lacks
   */
  public synchronized void skipped(long count, String where) {
    if (most == 0) {
      first = where;
    }
    most = Math.max(most, count);
  }

  /** What a reader of results must know. */
  public synchronized Optional<Warning> warning(String subject) {
    if (most == 0) {
      return Optional.empty();
    }
    return Optional.of(
        new Warning(
            WarningCode.MISSING_VALUES,
            "%s: %d %s a value and %s skipped (%s); impute such values if that selects"
                .formatted(
                    subject,
                    most,
                    most == 1 ? "row lacks" : "rows lack",
                    most == 1 ? "was" : "were",
                    first)));
  }
}
