package org.liegg.cli.files;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.liegg.report.ReportFiles;
import picocli.CommandLine.Option;

/** {@code --report}: the result as a page. */
public final class PageOption {
  @Option(
      names = "--report",
      paramLabel = "FILE.html",
      description = "Write the result as one self-contained HTML page, with pictures.")
  @Nullable Path file;

  /** No page is asked for yet. */
  public PageOption() {}

  /** Fails now rather than after the work, where the file cannot be written. */
  public void requireWritable() {
    target().ifPresent(ReportFiles::requireWritable);
  }

  /** Whether one is asked for. */
  public boolean isWanted() {
    return file != null;
  }

  /** Writes the page, where one was asked for; tells where. */
  public Optional<Path> write(Supplier<String> page) {
    target().ifPresent(path -> ReportFiles.writeAtomically(path, page.get()));
    return target();
  }

  private Optional<Path> target() {
    return Optional.ofNullable(file);
  }
}
