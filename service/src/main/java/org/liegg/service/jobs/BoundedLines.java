package org.liegg.service.jobs;

import java.io.IOException;
import java.io.Reader;
import java.util.Optional;

/** Lines of somebody who may never end one: of a line that is too long the rest is passed over. */
final class BoundedLines {
  private final Reader reader;
  private final int longest;

  BoundedLines(Reader reader, int longest) {
    this.reader = reader;
    this.longest = longest;
  }

  /** The next one, at most so long; empty at the end. */
  Optional<String> next() throws IOException {
    StringBuilder line = new StringBuilder();
    int read = reader.read();
    if (read < 0) {
      return Optional.empty();
    }
    for (; read >= 0 && read != '\n'; read = reader.read()) {
      if (line.length() < longest) {
        line.append((char) read);
      }
    }
    return Optional.of(line.toString().stripTrailing());
  }
}
