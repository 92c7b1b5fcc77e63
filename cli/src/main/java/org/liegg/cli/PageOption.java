package org.liegg.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.liegg.report.ReportFiles;
import picocli.CommandLine.Option;

/** {@code --report}: the result as a page. */
final class PageOption {
  @Option(
      names = "--report",
      paramLabel = "FILE.html",
      description = "Write the result as one self-contained HTML page, with pictures.")
  @Nullable Path file;

  PageOption() {}

  /** Fails now rather than after the work, where the file cannot be written. */
  void requireWritable() {
    target().ifPresent(ReportFiles::requireWritable);
  }

  /** Writes the page, where one was asked for; tells where. */
  Optional<Path> write(Supplier<String> page) {
    target().ifPresent(path -> ReportFiles.writeAtomically(path, page.get()));
    return target();
  }

  private Optional<Path> target() {
    return Optional.ofNullable(file);
  }
}
