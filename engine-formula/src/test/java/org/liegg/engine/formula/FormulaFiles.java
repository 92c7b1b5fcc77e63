package org.liegg.engine.formula;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.liegg.api.ModelSource;

/** Files for the engine {@code formula}. */
final class FormulaFiles {
  static final String TWO =
      """
      # Two outputs of three inputs.
      inputs x, y, z
      let r = sqrt(1 + x^2 + y^2)
      f = sin(x*y) / r + tanh(z)   # a comment behind
      g = exp(-z) * (x - y)^3 + 2
      """;

  private FormulaFiles() {}

  static ModelSource write(Path folder, String text) {
    try {
      return ModelSource.of(Files.writeString(folder.resolve("model.formula"), text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
