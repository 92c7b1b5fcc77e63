package org.liegg.api.orbit;

import java.io.IOException;
import java.nio.file.Path;
import org.liegg.api.ModelOptions;
import org.liegg.api.ModelSource;

/**
 * Writes models made symmetric, in the format of the model: a network that its own runtime loads,
 * without this project.
 */
public interface SymmetricModelWriter {

  /**
   * Writes one.
   *
   * @param model a file or folder that the engine of this writer accepts
   * @param options which output is meant, and the shapes of samples where the model does not say
   *     them; nothing else is looked at
   * @param how of as many inputs and outputs as the model has
   * @param target does not exist yet; a folder where models of the format are folders
   * @throws org.liegg.api.ModelException if the model is broken, or cannot be written so: {@code
   *     LIEGG-EXPORT-MODEL}
   * @throws IOException if the target cannot be written; what is left of it is the caller's
   */
  void write(ModelSource.File model, ModelOptions options, Symmetrization how, Path target)
      throws IOException;
}
