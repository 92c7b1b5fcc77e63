package org.liegg.cli.serve;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.liegg.cli.values.Days;
import org.liegg.service.settings.Storage;
import picocli.CommandLine.Option;

/** The options that say where a service keeps what it has. */
final class StorageOptions {
  @Option(
      names = "--data",
      required = true,
      paramLabel = "DIR",
      description = "The folder for uploads, running analyses and the database; made if missing.")
  Path data = Path.of("");

  @Option(
      names = "--database",
      paramLabel = "URL",
      description = {
        "jdbc:postgresql://HOST:PORT/NAME?user=U&password=P, which several services may share"
            + " together with --data; better said by LIEGG_SERVE_DATABASE in the environment, since"
            + " everybody can read the arguments of a process. Default: SQLite in --data."
      })
  @Nullable String database;

  @Option(
      names = "--root",
      paramLabel = "DIR",
      description = {
        "A folder whose files requests may name, links resolved. May be given several times."
            + " Default: none, and models and samples are uploaded."
      })
  List<Path> roots = List.of();

  @Option(
      names = "--retention",
      paramLabel = "DAYS",
      converter = Days.class,
      description = {
        "Delete analyses so many days after they are done, and files that none of them needs."
            + " Default: keep all."
      })
  @Nullable Duration retention;

  StorageOptions() {}

  /** What they say. */
  Storage storage() {
    return new Storage(data, Optional.ofNullable(database), roots, Optional.ofNullable(retention));
  }
}
