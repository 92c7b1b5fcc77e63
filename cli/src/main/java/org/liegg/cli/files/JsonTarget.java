package org.liegg.cli.files;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.liegg.cli.terminal.Terminal;
import org.liegg.report.ReportFiles;

/**
 * Where {@code --json} wants a document: in a file, on standard output in place of the text, or
 * nowhere.
 *
 * @param name as it was given
 */
public record JsonTarget(Optional<String> name) {
  /** The file name that means standard output. */
  private static final String STANDARD_OUTPUT = "-";

  /** The place of this name; nowhere where there is none. */
  public static JsonTarget of(@Nullable String name) {
    return new JsonTarget(Optional.ofNullable(name));
  }

  /** Whether the document is wanted in place of the text. */
  public boolean printed() {
    return name.filter(STANDARD_OUTPUT::equals).isPresent();
  }

  /** The file. */
  public Optional<Path> file() {
    return name.filter(given -> !given.equals(STANDARD_OUTPUT)).map(Path::of);
  }

  /** Fails now rather than after the work, where the file cannot be written. */
  public void requireWritable() {
    file().ifPresent(ReportFiles::requireWritable);
  }

  /** Prints the document where it is wanted in place of the text, and the text otherwise. */
  public void print(Terminal terminal, Supplier<String> document, Supplier<String> text) {
    terminal.out().print(printed() ? document.get() : text.get());
  }

  /** Writes the document to the file, if one is wanted. */
  public void write(Supplier<String> document) {
    file().ifPresent(path -> ReportFiles.writeAtomically(path, document.get()));
  }
}
