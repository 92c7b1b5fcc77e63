package org.liegg.engine.keras;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import org.liegg.api.ModelException;
import org.liegg.api.ModelOptions;

/** That files are refused before a network is made of them. */
final class Refusals {

  private Refusals() {}

  /**
   * @param found what the message says of the file
   */
  static void refused(Path file, String code, String found) {
    ModelException error =
        catchThrowableOfType(
            ModelException.class, () -> KerasNetworks.prepare(file, ModelOptions.defaults()));
    assertThat(error)
        .hasMessageStartingWith(code + ": model " + file + ": ")
        .hasMessageContaining(found);
  }
}
