package org.liegg.engine.onnx;

import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.liegg.api.ModelException;
import org.liegg.api.ModelInfo;
import org.liegg.api.spi.ModelGradient;
import org.liegg.api.spi.support.GradientKernel;
import org.liegg.api.spi.support.KernelGradient;
import org.liegg.api.spi.support.ModelErrors;
import org.liegg.engine.onnx.graph.GraphException;
import org.liegg.engine.onnx.run.RuntimeFailure;

/** Creates the exceptions for one model. */
final class OnnxErrors extends ModelErrors {
  private static final int MAX_NAMES = 20;

  /**
   * @param description of the source, e.g. its path
   */
  OnnxErrors(String description) {
    super(description);
  }

  /** A model that is whole, but not one this engine can differentiate. */
  ModelException unsupported(String found, String remedy) {
    return of("LIEGG-MODEL-UNSUPPORTED", found, remedy);
  }

  /** What was asked for is not there; what is there is listed. */
  ModelException noSuch(String code, String what, String name, Collection<String> known) {
    return of(
        code,
        "it has no %s \"%s\"".formatted(what, name),
        "choose one with %s: %s"
            .formatted(what.equals("input") ? "--input" : "--output", listed(known)));
  }

  /** Names, the first of them where there are many. */
  static String listed(Collection<String> names) {
    String some = names.stream().limit(MAX_NAMES).collect(Collectors.joining(", "));
    return names.size() > MAX_NAMES
        ? some + " and %d more".formatted(names.size() - MAX_NAMES)
        : some;
  }

  /**
   * Runs what reads or differentiates a model, and says what goes wrong below.
   *
   * @throws ModelException for whatever is thrown
   */
  <T> T guarded(Supplier<T> action) {
    try {
      return action.get();
    } catch (GraphException e) {
      throw of(e);
    } catch (RuntimeFailure e) {
      throw fails(e);
    } catch (LinkageError e) {
      throw unavailable(
          "ONNX Runtime",
          e,
          "add com.microsoft.onnxruntime:onnxruntime, and see that its folder for temporary files"
              + " can be written");
    } catch (IllegalArgumentException | IndexOutOfBoundsException | ArithmeticException e) {
      // What is left of reading files that contradict themselves.
      throw of(
          "LIEGG-MODEL-CORRUPT",
          "it contradicts itself: " + e.getMessage(),
          "export the model again",
          e);
    } catch (StackOverflowError e) {
      throw of(
          "LIEGG-MODEL-CORRUPT", "it is nested too deeply to be read", "export the model again", e);
    }
  }

  /** A session, of which errors say what goes wrong below. */
  ModelGradient session(ModelInfo info, GradientKernel kernel) {
    return new KernelGradient(
        info,
        List.of(),
        kernel,
        action ->
            guarded(
                () -> {
                  action.run();
                  return true;
                }));
  }

  /** A fault of the file. */
  private ModelException of(GraphException e) {
    String found = String.valueOf(e.getMessage());
    return switch (e.kind()) {
      case CORRUPT ->
          of("LIEGG-MODEL-CORRUPT", found, "export the model again, and copy it whole", e);
      case UNSUPPORTED ->
          of(
              "LIEGG-MODEL-UNSUPPORTED",
              found,
              "take an output before it with --output, or derivatives by differences with"
                  + " --gradient differences",
              e);
      case STEPS ->
          of(
              "LIEGG-MODEL-STEPS",
              found,
              "name the group to try by --reference, or ask by check --expect: finite"
                  + " transformations need no derivatives",
              e);
      case SHAPE ->
          of(
              "LIEGG-MODEL-INPUT-SHAPE",
              "its tensors do not fit together: " + found,
              "say the shape of one sample with --input-shape, or export the model again",
              e);
      case TOO_LARGE ->
          of("LIEGG-MODEL-TOO-LARGE", found, "take a smaller model, or an earlier output", e);
      case NOT_REAL ->
          of(
              "LIEGG-MODEL-OUTPUT-TYPE",
              found,
              "name an output of scores with --output; '?' lists them",
              e);
      case NOT_A_NUMBER ->
          of("LIEGG-MODEL-NONFINITE", found, "train the model again, and look at its loss", e);
    };
  }

  /** ONNX Runtime cannot run the model. */
  ModelException fails(RuntimeFailure e) {
    return of(
        "LIEGG-MODEL-FAILS",
        "ONNX Runtime cannot run it: " + e.getMessage(),
        "check the shape of a sample, and that the model runs where it was made",
        e);
  }
}
