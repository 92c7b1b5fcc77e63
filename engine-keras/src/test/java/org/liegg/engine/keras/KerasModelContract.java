package org.liegg.engine.keras;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.liegg.api.ModelOptions;
import org.liegg.api.ModelSource;
import org.liegg.api.Precision;
import org.liegg.api.spi.ModelGradient;
import org.liegg.api.spi.support.Models;
import org.liegg.tck.ModelGradientContract;

/** What every engine promises of gradients, for a model in a file of Keras. */
abstract class KerasModelContract extends ModelGradientContract {
  @TempDir Path directory;

  /** Writes the model's file into a directory. */
  abstract Path write(Path folder);

  /** What the model is opened with. */
  ModelOptions options(Precision precision) {
    return new ModelOptions(precision);
  }

  @Override
  protected final ModelGradient open(Precision precision) {
    return open(write(directory), options(precision));
  }

  static ModelGradient open(Path file, ModelOptions options) {
    return Models.open(new KerasGradientProvider(), ModelSource.of(file), options);
  }
}
