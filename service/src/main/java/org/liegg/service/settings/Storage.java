package org.liegg.service.settings;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Where a service keeps what it has.
 *
 * @param folder for uploads, and for the database where no other is named
 * @param database {@code jdbc:postgresql:…}, which several services may share together with the
 *     folder; SQLite in the folder where empty
 * @param roots folders whose files requests may name; none where empty
 * @param retention how long analyses are kept after they are done; forever where empty
 */
public record Storage(
    Path folder, Optional<String> database, List<Path> roots, Optional<Duration> retention) {

  /** Copies the list. */
  public Storage {
    roots = List.copyOf(roots);
  }

  /** All of it in a folder, forever. */
  public static Storage in(Path folder) {
    return new Storage(folder, Optional.empty(), List.of(), Optional.empty());
  }

  /** The same, and files below these folders may be named. */
  public Storage withRoots(List<Path> folders) {
    return new Storage(folder, database, folders, retention);
  }

  /** The same in this database. */
  public Storage withDatabase(String url) {
    return new Storage(folder, Optional.of(url), roots, retention);
  }

  /** The same for this time. */
  public Storage withRetention(Duration time) {
    return new Storage(folder, database, roots, Optional.of(time));
  }
}
