package org.liegg.app.export.code;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;

/**
 * A text with places that are filled.
 *
 * @param name of the resource, without its ending
 */
record CodeTemplate(String name) {

  /** The text for a group. */
  String filled(String group, Map<String, String> values) {
    String text = text().replace("{{group}}", group);
    for (Map.Entry<String, String> value : values.entrySet()) {
      text = text.replace("{{%s}}".formatted(value.getKey()), value.getValue());
    }
    return text;
  }

  private String text() {
    try (InputStream in =
        Objects.requireNonNull(CodeTemplate.class.getResourceAsStream(name + ".txt"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
