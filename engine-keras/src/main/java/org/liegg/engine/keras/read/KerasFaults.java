package org.liegg.engine.keras.read;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.liegg.api.ModelException;
import org.liegg.api.Printable;
import org.liegg.api.spi.support.ModelFileErrors;

/** Creates the exceptions for one Keras file. */
public final class KerasFaults extends ModelFileErrors {
  private static final String EXPORT =
      "export a SavedModel first, model.export('folder'), and open that folder";

  /**
   * @param description of the source, e.g. its path
   */
  public KerasFaults(String description) {
    super(description, "Keras models are .keras and .h5 files");
  }

  /** The bytes are not those of a whole Keras model. */
  public ModelException corrupt(String found) {
    return corrupt(found, null);
  }

  /** The bytes are not those of a whole Keras model. */
  public ModelException corrupt(String found, @Nullable Throwable cause) {
    return of(
        "LIEGG-MODEL-CORRUPT",
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
    return of("LIEGG-MODEL-UNSUPPORTED", found, remedy);
  }

  /** Gradients that are not the derivatives of the outputs. */
  public ModelException wrongGradient(double error, int samples) {
    return of(
        "LIEGG-MODEL-WRONG-GRADIENT",
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
    return of("LIEGG-MODEL-INPUT-SHAPE", found, "give the shape of a sample, or data that has it");
  }

  /** Weights that are NaN or infinite. */
  public ModelException nonFinite(String found) {
    return of("LIEGG-MODEL-NONFINITE", found, "train the network again; it has diverged");
  }

  /** Text from a file, fit for a terminal, and short. */
  public static String printable(String text) {
    return Printable.text(text, 80);
  }
}
