package org.liegg.engine.tensorflow.graph;

import java.util.Collection;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.liegg.api.ModelException;
import org.tensorflow.exceptions.TFInvalidArgumentException;
import org.tensorflow.exceptions.TFUnimplementedException;
import org.tensorflow.exceptions.TensorFlowException;

/** Creates the exceptions for one model. */
public final class ModelFaults {
  private static final int MAX_NAMES = 20;
  private static final String COPY_AGAIN = "save or copy the model again";

  private final String subject;

  /**
   * @param description of the source, e.g. its path
   */
  public ModelFaults(String description) {
    this.subject = "model " + description;
  }

  /** An error of any code about this model. */
  public ModelException of(String code, String found, String remedy) {
    return new ModelException(
        code, PrintableText.of(subject), PrintableText.of(found), PrintableText.of(remedy));
  }

  /** An error of any code about this model, and what was thrown below. */
  public ModelException of(String code, String found, String remedy, Throwable cause) {
    return new ModelException(
        code, PrintableText.of(subject), PrintableText.of(found), PrintableText.of(remedy), cause);
  }

  /** The bytes are not what a saved model is made of. */
  public ModelException corrupt(String found) {
    return of("LIEGG-MODEL-CORRUPT", found, COPY_AGAIN);
  }

  /** The bytes are not what a saved model is made of. */
  public ModelException corrupt(String found, Throwable cause) {
    return of("LIEGG-MODEL-CORRUPT", found, COPY_AGAIN, cause);
  }

  /** A model that is whole, but not one this engine can differentiate. */
  public ModelException unsupported(String found, String remedy) {
    return of("LIEGG-MODEL-UNSUPPORTED", found, remedy);
  }

  /** A model that would do something else than compute. */
  public ModelException untrusted(String found) {
    return of(
        "LIEGG-MODEL-UNTRUSTED-OP",
        found,
        "only operations that compute are run; load it yourself if you trust it, and save the part"
            + " that is to be differentiated");
  }

  /** A file that would take more memory than it may. */
  public ModelException tooLarge(String found) {
    return of("LIEGG-MODEL-TOO-LARGE", found, "take a smaller model: a graph holds 2 GiB at most");
  }

  /** Weights, samples or results that are NaN or infinite. */
  public ModelException nonFinite(String found, String remedy) {
    return of("LIEGG-MODEL-NONFINITE", found, remedy);
  }

  /** A model that does not say how large a sample is. */
  public ModelException inputShape(String input, String known) {
    return of(
        "LIEGG-MODEL-INPUT-SHAPE",
        "its input %s has the shape %s, which leaves open how large a sample is"
            .formatted(input, known),
        "say the shape of one sample: --input-shape %s=AxBxC".formatted(input));
  }

  /** There is no file. */
  public ModelException notFound() {
    return of("LIEGG-MODEL-NOT-FOUND", "there is no such file or directory", "check the path");
  }

  /** The file exists and cannot be read. */
  public ModelException unreadable(Throwable cause) {
    return of(
        "LIEGG-MODEL-UNREADABLE",
        "it cannot be read: " + cause.getMessage(),
        "check its permissions",
        cause);
  }

  /** What was asked for is not there; what is there is listed. */
  public ModelException noSuch(String code, String what, String name, Collection<String> known) {
    return of(
        code,
        "it has no %s \"%s\"".formatted(what, name),
        known.isEmpty()
            ? "there is none at all: save the model again, with a %s".formatted(what)
            : "choose one with %s: %s"
                .formatted(what.equals("input") ? "--input" : "--output", listed(known)));
  }

  /** Names, the first of them where there are many. */
  public static String listed(Collection<String> names) {
    if (names.isEmpty()) {
      return "none";
    }
    String some =
        names.stream().limit(MAX_NAMES).map(PrintableText::of).collect(Collectors.joining(", "));
    return names.size() > MAX_NAMES
        ? some + " and %d more".formatted(names.size() - MAX_NAMES)
        : some;
  }

  /**
   * Runs what reads or differentiates a model, and translates what is thrown below.
   *
   * @throws ModelException for whatever is thrown
   */
  public <T> T guarded(Supplier<T> action) {
    try {
      return action.get();
    } catch (TensorFlowException | TFInvalidArgumentException | TFUnimplementedException e) {
      throw fails(e);
    } catch (LinkageError e) {
      throw of(
          "LIEGG-ENGINE-UNAVAILABLE",
          "TensorFlow's native library does not load: " + e.getMessage(),
          "add org.tensorflow:tensorflow-core-native for this machine",
          e);
    } catch (IllegalArgumentException | IndexOutOfBoundsException | ArithmeticException e) {
      // What is left of reading files that contradict themselves.
      throw corrupt("it contradicts itself: " + e.getMessage(), e);
    } catch (StackOverflowError e) {
      throw corrupt("it is nested too deeply to be read", e);
    }
  }

  /**
   * Runs a model, and translates what TensorFlow throws.
   *
   * @throws ModelException if TensorFlow cannot run it
   */
  public void running(Runnable action) {
    try {
      action.run();
    } catch (TensorFlowException | TFInvalidArgumentException | TFUnimplementedException e) {
      throw fails(e);
    }
  }

  /** TensorFlow cannot run the model. */
  public ModelException fails(RuntimeException e) {
    return of(
        "LIEGG-MODEL-FAILS",
        "TensorFlow cannot run it: " + firstLine(e),
        "check the shape of a sample, and that the model runs where it was made",
        e);
  }

  /** What was thrown, without the trace that TensorFlow appends. */
  public static String firstLine(Throwable e) {
    return PrintableText.of(String.valueOf(e.getMessage()).lines().findFirst().orElse("").strip());
  }
}
