package org.liegg.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --json}: the result as a document. */
final class JsonOption {
  @Option(
      names = "--json",
      paramLabel = "FILE",
      description = "Write the result as JSON; - prints it in place of the text.")
  @Nullable String file;

  JsonOption() {}

  /** Where the document is wanted. */
  JsonTarget target() {
    return JsonTarget.of(file);
  }

  /** The same; fails now rather than after the work, where the file cannot be written. */
  JsonTarget writable() {
    JsonTarget target = target();
    target.requireWritable();
    return target;
  }
}
