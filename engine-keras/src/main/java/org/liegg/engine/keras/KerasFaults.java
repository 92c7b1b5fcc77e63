package org.liegg.engine.keras;

import org.jspecify.annotations.Nullable;
import org.liegg.api.ModelException;
import org.liegg.api.Printable;

/** Words what can be wrong with one Keras file. */
final class KerasFaults {
  private static final String SUPPORTED =
      "use Dense, Conv1D, Conv2D, pooling, Flatten, Reshape, BatchNormalization, LSTM, SimpleRNN,"
          + " activation, dropout and merging layers, or export a SavedModel";

  private final String subject;

  /**
   * @param description of the source, e.g. its path
   */
  KerasFaults(String description) {
    this.subject = "model " + description;
  }

  /** The bytes are not those of a whole Keras model. */
  ModelException corrupt(String found) {
    return corrupt(found, null);
  }

  /** The bytes are not those of a whole Keras model. */
  ModelException corrupt(String found, @Nullable Throwable cause) {
    return new ModelException(
        "LIEGG-MODEL-CORRUPT",
        subject,
        found,
        "save the whole model again with model.save('model.h5')",
        cause);
  }

  /** A model that is whole, but has something that cannot be taken over faithfully. */
  ModelException unsupported(String found) {
    return unsupported(found, SUPPORTED);
  }

  /** A model that is whole, but has something that cannot be taken over faithfully. */
  ModelException unsupported(String found, String remedy) {
    return new ModelException("LIEGG-MODEL-UNSUPPORTED", subject, found, remedy);
  }

  /** A model that leaves the size of its samples open. */
  ModelException inputShape(String found) {
    return new ModelException(
        "LIEGG-MODEL-INPUT-SHAPE",
        subject,
        found,
        "give the shape of a sample, or data that has it");
  }

  /** A file that would take more memory than it may. */
  ModelException tooLarge(String found) {
    return new ModelException(
        "LIEGG-MODEL-TOO-LARGE",
        subject,
        found,
        "give the Java virtual machine more memory (-Xmx) if the model is meant to be this large");
  }

  /** Weights that are NaN or infinite. */
  ModelException nonFinite(String found) {
    return new ModelException(
        "LIEGG-MODEL-NONFINITE", subject, found, "train the network again; it has diverged");
  }

  /** There is no file. */
  ModelException notFound() {
    return new ModelException(
        "LIEGG-MODEL-NOT-FOUND", subject, "there is no such file", "check the path");
  }

  /** The path is a directory. */
  ModelException isDirectory() {
    return new ModelException(
        "LIEGG-MODEL-IS-DIRECTORY",
        subject,
        "this is a directory, and Keras models are .h5 files",
        "name the file inside it");
  }

  /** The file exists and cannot be read. */
  ModelException unreadable(Throwable cause) {
    return new ModelException(
        "LIEGG-MODEL-UNREADABLE",
        subject,
        "it cannot be read: " + message(cause),
        "check its permissions",
        cause);
  }

  /** What an exception says, in one line; it may quote a file. */
  static String message(Throwable thrown) {
    return Printable.text(Printable.message(String.valueOf(thrown.getMessage())), 240);
  }

  /** Text from a file, fit for a terminal, and short. */
  static String printable(String text) {
    return Printable.text(text, 80);
  }
}
