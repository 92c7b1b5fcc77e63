package org.liegg.spark;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.liegg.app.OpenParts;

/**
 * The models that are open in this process: one for each extraction that it works on, however many
 * tasks it is given. The last one stays open until another comes, since nobody tells a process that
 * no task follows.
 */
final class OpenModels {
  private static final Map<String, Entry> OPEN = new HashMap<>();

  private static final class Entry {
    private final OpenParts parts;
    private int users;

    Entry(OpenParts parts) {
      this.parts = parts;
    }
  }

  private OpenModels() {}

  /**
   * Does something with a model, which is opened if it is not open yet.
   *
   * @throws org.liegg.api.LieggException if it cannot be opened
   */
  static <T> T with(SharedExtraction extraction, Function<OpenParts, T> work) {
    Entry entry = take(extraction);
    try {
      return work.apply(entry.parts);
    } finally {
      leave(entry);
    }
  }

  private static synchronized Entry take(SharedExtraction extraction) {
    Entry entry = OPEN.get(extraction.id());
    if (entry == null) {
      closeIdle();
      entry = new Entry(extraction.open());
      OPEN.put(extraction.id(), entry);
    }
    entry.users++;
    return entry;
  }

  private static synchronized void leave(Entry entry) {
    entry.users--;
  }

  /** Closes what nobody uses. */
  static synchronized void closeIdle() {
    OPEN.values()
        .removeIf(
            entry -> {
              boolean idle = entry.users == 0;
              if (idle) {
                entry.parts.close();
              }
              return idle;
            });
  }
}
