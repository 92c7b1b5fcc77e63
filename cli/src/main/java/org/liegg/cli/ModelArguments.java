package org.liegg.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.liegg.api.Head;
import org.liegg.api.ModelOptions;
import org.liegg.api.Precision;
import org.liegg.app.ExtractionRequest;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say which model is opened, and what of it is differentiated. */
final class ModelArguments {
  /** Asked for in place of a name, it lists the names. */
  static final String LIST = "?";

  @Option(
      names = "--model",
      required = true,
      paramLabel = "FILE",
      description = {
        "The trained model: a Deeplearning4j .zip, a Keras .h5, a TensorFlow SavedModel folder or a"
            + " frozen graph .pb."
      })
  Path model = Path.of("");

  @Option(
      names = "--engine",
      paramLabel = "NAME",
      description = "Which engine opens the model. Default: the one that takes the file.")
  @Nullable String engine;

  @Option(
      names = "--head",
      paramLabel = "HEAD",
      defaultValue = "output",
      converter = HeadName.class,
      description = {
        "What is differentiated. output: the output as it is. logits: without the output layer's"
            + " activation. softmax, normalized-logits (divided by their Euclidean norm): of the"
            + " logits. Default: ${DEFAULT-VALUE}."
      })
  Head head = Head.OUTPUT;

  @Option(
      names = "--output",
      paramLabel = "LAYER",
      description = {
        "Which output or hidden layer is differentiated, by name or number; ? lists them. Default: the"
            + " model's output."
      })
  @Nullable String output;

  @Option(
      names = "--input",
      paramLabel = "NAME",
      description = {
        "Of a model of several inputs, the one that varies; ? lists them. The others keep the values"
            + " that each sample has for them. Default: all vary together."
      })
  @Nullable String input;

  @Option(
      names = "--with",
      paramLabel = "NAME=FILE",
      description = {
        "The values of another input: a sample for every sample of --data, or one for all. Without"
            + " it --data holds all inputs side by side, in the model's order."
      })
  Map<String, Path> others = new LinkedHashMap<>();

  @Option(
      names = "--input-shape",
      paramLabel = "[NAME=]AxBxC",
      converter = InputShape.Converter.class,
      description = {
        "The shape of one sample in the model's own layout, e.g. 1x28x28, where neither the model nor"
            + " the data say it."
      })
  List<InputShape> shapes = List.of();

  @Option(
      names = "--precision",
      paramLabel = "float|double",
      defaultValue = "float",
      description = "Arithmetic of the gradients. Default: ${DEFAULT-VALUE}.")
  Precision precision = Precision.FLOAT;

  @Option(
      names = "--no-self-check",
      negatable = false,
      description = {
        "Do not verify the gradients against central differences when the model is opened; the report"
            + " says so."
      })
  boolean noSelfCheck;

  @Mixin private final IsolationArguments isolation = new IsolationArguments();

  ModelArguments() {}

  /** Whether the names are asked for in place of an extraction. */
  boolean asksForNames() {
    return LIST.equals(output) || LIST.equals(input);
  }

  void describe(ExtractionRequest.Builder request) {
    request.precision(precision).head(head).selfCheck(!noSelfCheck);
    isolation.settings().ifPresent(request::isolation);
    others.forEach(request::with);
    for (InputShape shape : shapes) {
      request.shape(shape.input().orElse(ModelOptions.ANY_INPUT), shape.sizes());
    }
    if (engine != null) {
      request.engine(engine);
    }
    if (output != null && !output.equals(LIST)) {
      request.output(output);
    }
    if (input != null && !input.equals(LIST)) {
      request.input(input);
    }
  }
}
