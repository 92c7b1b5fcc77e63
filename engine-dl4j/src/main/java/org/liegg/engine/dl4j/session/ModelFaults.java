package org.liegg.engine.dl4j.session;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.liegg.api.ModelException;

/** Words what can be wrong with one model. */
public final class ModelFaults {
  /** The code of {@link #nonFinite}. */
  static final String NONFINITE = "LIEGG-MODEL-NONFINITE";

  private static final String SAVE_AGAIN = "save the network again with ModelSerializer.writeModel";

  private final String subject;

  /**
   * @param description of the source, e.g. its path
   */
  public ModelFaults(String description) {
    this.subject = "model " + description;
  }

  /** The bytes are not what a saved network is made of. */
  public ModelException corrupt(String found) {
    return corrupt(found, null);
  }

  /** The bytes are not what a saved network is made of. */
  public ModelException corrupt(String found, @Nullable Throwable cause) {
    return new ModelException("LIEGG-MODEL-CORRUPT", subject, found, SAVE_AGAIN, cause);
  }

  /** A network that is whole, but not one this engine can differentiate. */
  public ModelException unsupported(String found, String remedy) {
    return unsupported(found, remedy, null);
  }

  /** A network that is whole, but not one this engine can differentiate. */
  public ModelException unsupported(String found, String remedy, @Nullable Throwable cause) {
    return new ModelException("LIEGG-MODEL-UNSUPPORTED", subject, found, remedy, cause);
  }

  /** Gradients that are not the derivatives of the outputs. */
  ModelException wrongGradient(String whose, double error, int samples) {
    return new ModelException(
        "LIEGG-MODEL-WRONG-GRADIENT",
        subject,
        String.format(
            Locale.ROOT,
            "%s as Deeplearning4j computes them are not its derivatives: off by %.2g of the"
                + " largest, at %d samples",
            whose,
            error,
            samples),
        "replace that layer or its activation, or take a layer before it as the output");
  }

  /** No such output, or none chosen of several. */
  public ModelException output(String found, String remedy) {
    return new ModelException("LIEGG-MODEL-OUTPUT", subject, found, remedy);
  }

  /** No such input. */
  public ModelException input(String found, String remedy) {
    return new ModelException("LIEGG-MODEL-INPUT", subject, found, remedy);
  }

  /** An input whose shape nobody says, or one that the network does not take. */
  public ModelException inputShape(String found, String remedy, @Nullable Throwable cause) {
    return new ModelException("LIEGG-MODEL-INPUT-SHAPE", subject, found, remedy, cause);
  }

  /** A file that names a class which is not Deeplearning4j's own. */
  public ModelException untrusted(String found) {
    return new ModelException(
        "LIEGG-MODEL-UNTRUSTED-CLASS",
        subject,
        found,
        "only classes of Deeplearning4j and ND4J are read from files; load it yourself if you"
            + " trust it, and give the live network");
  }

  /** A live network that has no parameters yet. */
  public ModelException uninitialised() {
    return new ModelException(
        "LIEGG-MODEL-UNINITIALISED", subject, "it has no parameters", "call init() and train it");
  }

  /** A file that would take more memory than it may. */
  public ModelException tooLarge(String found) {
    return new ModelException(
        "LIEGG-MODEL-TOO-LARGE",
        subject,
        found,
        "give the Java virtual machine more memory (-Xmx) if the model is meant to be this large");
  }

  /** Weights, samples or results that are NaN or infinite. */
  public ModelException nonFinite(String found, String remedy) {
    return new ModelException(NONFINITE, subject, found, remedy);
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
        "this is a directory, and Deeplearning4j networks are .zip files",
        "name the file inside it");
  }

  /** The file exists and cannot be read. */
  public ModelException unreadable(Throwable cause) {
    return new ModelException(
        "LIEGG-MODEL-UNREADABLE",
        subject,
        "it cannot be read: " + Text.message(cause),
        "check its permissions",
        cause);
  }
}
