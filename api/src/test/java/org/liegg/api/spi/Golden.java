package org.liegg.api.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Texts that are pinned word for word, in the resources beside the tests. */
final class Golden {

  private Golden() {}

  static void assertMatches(String file, @Nullable String actual) {
    try (InputStream in = Golden.class.getResourceAsStream(file)) {
      assertThat(in).as("golden file %s", file).isNotNull();
      String expected = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      assertThat(actual + "\n").as("golden file %s", file).isEqualTo(expected);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
