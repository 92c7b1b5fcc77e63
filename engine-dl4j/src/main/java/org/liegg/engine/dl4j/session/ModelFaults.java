package org.liegg.engine.dl4j.session;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.liegg.api.ModelException;
import org.liegg.api.spi.support.ModelFileErrors;

/** Creates the exceptions for one model. */
public final class ModelFaults extends ModelFileErrors {
  /** The code of {@link #nonFinite}. */
  static final String NONFINITE = "LIEGG-MODEL-NONFINITE";

  private static final String SAVE_AGAIN = "save the network again with ModelSerializer.writeModel";

  /**
   * @param description of the source, e.g. its path
   */
  public ModelFaults(String description) {
    super(description, "Deeplearning4j networks are .zip files");
  }

  /** The bytes are not what a saved network is made of. */
  public ModelException corrupt(String found) {
    return corrupt(found, null);
  }

  /** The bytes are not what a saved network is made of. */
  public ModelException corrupt(String found, @Nullable Throwable cause) {
    return of("LIEGG-MODEL-CORRUPT", found, SAVE_AGAIN, cause);
  }

  /** A network that is whole, but not one this engine can differentiate. */
  public ModelException unsupported(String found, String remedy) {
    return unsupported(found, remedy, null);
  }

  /** A network that is whole, but not one this engine can differentiate. */
  public ModelException unsupported(String found, String remedy, @Nullable Throwable cause) {
    return of("LIEGG-MODEL-UNSUPPORTED", found, remedy, cause);
  }

  /** Gradients that are not the derivatives of the outputs. */
  ModelException wrongGradient(String whose, double error, int samples) {
    return of(
        "LIEGG-MODEL-WRONG-GRADIENT",
        String.format(
            Locale.ROOT,
            "%s as Deeplearning4j computes them are not its derivatives: off by %.2g of the"
                + " largest, at %d samples",
            whose,
            error,
            samples),
        "replace that layer or its activation, or take a layer before it as the output");
  }

  /** An input whose shape nobody says, or one that the network does not take. */
  public ModelException inputShape(String found, String remedy, @Nullable Throwable cause) {
    return of("LIEGG-MODEL-INPUT-SHAPE", found, remedy, cause);
  }

  /** A file that names a class which is not Deeplearning4j's own. */
  public ModelException untrusted(String found) {
    return of(
        "LIEGG-MODEL-UNTRUSTED-CLASS",
        found,
        "only classes of Deeplearning4j and ND4J are read from files; load it yourself if you"
            + " trust it, and give the live network");
  }

  /** A live network that has no parameters yet. */
  public ModelException uninitialised() {
    return of("LIEGG-MODEL-UNINITIALISED", "it has no parameters", "call init() and train it");
  }

  /** Weights, samples or results that are NaN or infinite. */
  public ModelException nonFinite(String found, String remedy) {
    return of(NONFINITE, found, remedy);
  }
}
