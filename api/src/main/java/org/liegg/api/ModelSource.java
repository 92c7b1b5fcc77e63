package org.liegg.api;

import java.nio.file.Path;

/** Where a model comes from: a file or directory, or an object that the caller already holds. */
public sealed interface ModelSource {

  /** How messages and reports call this source. */
  String description();

  /** A model saved at a path. */
  static ModelSource of(Path path) {
    return new File(path);
  }

  /** A model that the caller holds; it is read, never changed. */
  static ModelSource live(Object model) {
    return new Live(model);
  }

  /**
   * A model saved at a path.
   *
   * @param path a file or a directory
   */
  record File(Path path) implements ModelSource {
    @Override
    public String description() {
      return path.toString();
    }
  }

  /**
   * A model in memory.
   *
   * @param model an engine's own model object
   */
  record Live(Object model) implements ModelSource {
    @Override
    public String description() {
      return "live " + model.getClass().getSimpleName();
    }
  }
}
