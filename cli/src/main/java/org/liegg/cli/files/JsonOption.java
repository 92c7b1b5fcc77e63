package org.liegg.cli.files;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --json}: the result as a document. */
public final class JsonOption {
  @Option(
      names = "--json",
      paramLabel = "FILE",
      description = "Write the result as JSON; - prints it in place of the text.")
  @Nullable String file;

  /** No document is asked for yet. */
  public JsonOption() {}

  /** Where the document is wanted. */
  public JsonTarget target() {
    return JsonTarget.of(file);
  }

  /** The same; fails now rather than after the work, where the file cannot be written. */
  public JsonTarget writable() {
    JsonTarget target = target();
    target.requireWritable();
    return target;
  }
}
