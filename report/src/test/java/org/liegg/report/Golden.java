package org.liegg.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Texts that are pinned letter by letter, in the resources beside the tests. */
final class Golden {

  private Golden() {}

  /** Compares; what was written instead is kept in {@code target/golden} for a look and a diff. */
  static void assertMatches(String file, String actual) {
    try (InputStream in = Golden.class.getResourceAsStream(file)) {
      Path written = Path.of("target", "golden", file);
      Files.createDirectories(written.toAbsolutePath().getParent());
      Files.writeString(written, actual);
      assertThat(in).as("golden file %s", file).isNotNull();
      assertThat(actual)
          .as("golden file %s against %s", file, written)
          .isEqualTo(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
