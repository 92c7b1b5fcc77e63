package org.liegg.engine.pytorch;

import java.nio.file.Path;
import org.liegg.api.ModelOptions;
import org.liegg.api.ModelSource;
import org.liegg.api.spi.ModelGradient;
import org.liegg.api.spi.support.Models;

/** The models that {@code make_models.py} makes. */
final class TestFiles {
  static final Path FOLDER = Path.of("src/test/resources/org/liegg/engine/pytorch");

  private TestFiles() {}

  static ModelSource source(String name) {
    return ModelSource.of(FOLDER.resolve(name));
  }

  static ModelGradient open(String name, ModelOptions options) {
    return open(FOLDER.resolve(name), options);
  }

  static ModelGradient open(Path path, ModelOptions options) {
    return Models.open(new PytorchGradientProvider(), ModelSource.of(path), options);
  }
}
