package org.liegg.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.liegg.api.Head;
import org.liegg.api.ModelOptions;
import org.liegg.api.ModelSource;
import org.liegg.api.Precision;
import org.liegg.app.ModelRequest;
import org.liegg.app.SampleSource;
import org.liegg.cli.values.Calls;
import org.liegg.cli.values.HeadName;
import org.liegg.cli.values.InputShape;
import org.liegg.cli.values.Location;
import org.liegg.cli.values.Seconds;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say which model is opened, and what of it is differentiated. */
final class ModelArguments {
  /** Asked for in place of a name, it lists the names. */
  static final String LIST = "?";

  @Option(
      names = "--model",
      required = true,
      paramLabel = "FILE|URL",
      converter = Location.class,
      description = {
        "The trained model: a Deeplearning4j .zip, a Keras .keras or .h5, an .onnx file, a"
            + " TorchScript .pt, a TensorFlow SavedModel folder or a frozen graph; or a model"
            + " behind a server, as http://HOST:PORT/v2/models/NAME. 'data:' asks for symmetries of"
            + " the samples instead: of their density, 'data:y.npy' of the level sets of targets."
      })
  ModelSource model = ModelSource.of(Path.of(""));

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
        "Which output or hidden layer is differentiated, by name or number; ? lists them. Default:"
            + " the model's output."
      })
  @Nullable String output;

  @Option(
      names = "--input",
      paramLabel = "NAME",
      description = {
        "Of a model of several inputs, the one that varies; ? lists them. The others keep the"
            + " values that each sample has for them. Default: all vary together."
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
        "The shape of one sample in the model's own layout, e.g. 1x28x28, where neither the model"
            + " nor the data say it."
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
        "Do not verify the gradients against central differences when the model is opened; the"
            + " report says so."
      })
  boolean noSelfCheck;

  @Option(
      names = "--model-timeout",
      paramLabel = "SECONDS",
      converter = Seconds.class,
      description = {
        "How long one run of a TensorFlow model may take that has loops or branches which the"
            + " samples decide, and one request to a server (default: 60), and with --isolate how"
            + " long the process may take to open any model, or to differentiate a batch (default:"
            + " 600)."
      })
  @Nullable Duration timeout;

  @Option(
      names = "--gradient",
      paramLabel = "exact|differences|none",
      defaultValue = "exact",
      description = {
        "Where derivatives come from. exact: the model is differentiated. differences: central"
            + " differences of its values, for a model with parts that no engine differentiates;"
            + " every bound allows for their noise. none: values alone, by which finite"
            + " transformations of --reference or --expect are tried; models whose values jump, as"
            + " those of trees do, are asked so by themselves. Default: ${DEFAULT-VALUE}."
      })
  ModelOptions.Derivatives gradient = ModelOptions.Derivatives.EXACT;

  @Option(
      names = "--model-calls",
      paramLabel = "N",
      converter = Calls.class,
      description = {
        "At how many samples a model behind a server may be asked, the moved ones for differences"
            + " included. Default: 100000000."
      })
  long calls = ModelOptions.DEFAULT_CALLS;

  @Mixin private final IsolationArguments isolation = new IsolationArguments();

  ModelArguments() {}

  /** Whether the names are asked for in place of an extraction. */
  boolean asksForNames() {
    return LIST.equals(output) || LIST.equals(input);
  }

  /** The model and how it is opened. */
  ModelRequest request() {
    Optional<Duration> longest = Optional.ofNullable(timeout);
    ModelOptions options =
        new ModelOptions(precision)
            .withHead(head)
            .withSelfCheck(!noSelfCheck)
            .withTimeout(longest.orElse(ModelOptions.DEFAULT_TIMEOUT))
            .withCalls(calls)
            .withDerivatives(gradient);
    for (InputShape shape : shapes) {
      options = options.withShape(shape.input().orElse(ModelOptions.ANY_INPUT), shape.sizes());
    }
    if (output != null && !output.equals(LIST)) {
      options = options.withOutput(output);
    }
    if (input != null && !input.equals(LIST)) {
      options = options.withInput(input);
    }
    return new ModelRequest(
        model, Optional.ofNullable(engine), options, isolation.settings(longest));
  }

  /** Samples of the inputs that do not vary. */
  Map<String, SampleSource> others() {
    Map<String, SampleSource> samples = new LinkedHashMap<>();
    others.forEach((name, file) -> samples.put(name, SampleSource.of(file)));
    return samples;
  }
}
