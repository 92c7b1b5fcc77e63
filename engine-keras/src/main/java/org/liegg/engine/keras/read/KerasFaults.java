package org.liegg.engine.keras.read;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.liegg.api.ModelException;
import org.liegg.api.Printable;

/** Words what can be wrong with one Keras file. */
public final class KerasFaults {
  private static final String EXPORT =
      "export a SavedModel first, model.export('folder'), and open that folder";

  private final String subject;

  /**
   * @param description of the source, e.g. its path
   */
  public KerasFaults(String description) {
    this.subject = "model " + description;
  }

  /** The bytes are not those of a whole Keras model. */
  public ModelException corrupt(String found) {
    return corrupt(found, null);
  }

  /** The bytes are not those of a whole Keras model. */
  public ModelException corrupt(String found, @Nullable Throwable cause) {
    return new ModelException(
        "LIEGG-MODEL-CORRUPT",
        subject,
        found,
        "save the whole model again with model.save('model.keras')",
        cause);
  }

  /** A model that is whole, but has something that cannot be taken over faithfully. */
  public ModelException unsupported(String found) {
    return unsupported(found, EXPORT);
  }

  /** A model that is whole, but has something that cannot be taken over faithfully. */
  public ModelException unsupported(String found, String remedy) {
    return new ModelException("LIEGG-MODEL-UNSUPPORTED", subject, found, remedy);
  }

  /** No such output, or none chosen of several. */
  public ModelException output(String found, String remedy) {
    return new ModelException("LIEGG-MODEL-OUTPUT", subject, found, remedy);
  }

  /** No such input. */
  public ModelException input(String found, String remedy) {
    return new ModelException("LIEGG-MODEL-INPUT", subject, found, remedy);
  }

  /** Gradients that are not the derivatives of the outputs. */
  public ModelException wrongGradient(double error, int samples) {
    return new ModelException(
        "LIEGG-MODEL-WRONG-GRADIENT",
        subject,
        String.format(
            Locale.ROOT,
            "its outputs' gradients are not their derivatives: off by %.2g of the largest, at %d"
                + " samples",
            error,
            samples),
        "choose another layer with --output");
  }

  /** A model that leaves the size of its samples open. */
  public ModelException inputShape(String found) {
    return new ModelException(
        "LIEGG-MODEL-INPUT-SHAPE",
        subject,
        found,
        "give the shape of a sample, or data that has it");
  }

  /** A file that would take more memory than it may. */
  public ModelException tooLarge(String found) {
    return new ModelException(
        "LIEGG-MODEL-TOO-LARGE",
        subject,
        found,
        "give the Java virtual machine more memory (-Xmx) if the model is meant to be this large");
  }

  /** Weights that are NaN or infinite. */
  public ModelException nonFinite(String found) {
    return new ModelException(
        "LIEGG-MODEL-NONFINITE", subject, found, "train the network again; it has diverged");
  }

  /** There is no file. */
  public ModelException notFound() {
    return new ModelException(
        "LIEGG-MODEL-NOT-FOUND", subject, "there is no such file", "check the path");
  }

  /** The path is a directory. */
  public ModelException isDirectory() {
    return new ModelException(
        "LIEGG-MODEL-IS-DIRECTORY",
        subject,
        "this is a directory, and Keras models are .keras and .h5 files",
        "name the file inside it");
  }

  /** The file exists and cannot be read. */
  public ModelException unreadable(Throwable cause) {
    return new ModelException(
        "LIEGG-MODEL-UNREADABLE",
        subject,
        "it cannot be read: " + message(cause),
        "check its permissions",
        cause);
  }

  /** What an exception says, in one line; it may quote a file. */
  public static String message(Throwable thrown) {
    return Printable.text(Printable.message(String.valueOf(thrown.getMessage())), 240);
  }

  /** Text from a file, fit for a terminal, and short. */
  public static String printable(String text) {
    return Printable.text(text, 80);
  }
}
