package org.liegg.engine.http;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.liegg.api.Batch;
import org.liegg.api.ModelOptions;

/** An address that can be asked. */
final class Connected {
  private final String description;
  private final Protocol protocol;
  private final HttpCalls calls;
  private final HttpErrors errors;

  Connected(URI address, HttpCalls calls, HttpErrors errors) {
    this.description = address.toString();
    this.calls = calls;
    this.errors = errors;
    String whole = description.replaceFirst("/+$", "").replaceFirst("/infer$", "");
    this.protocol =
        OpenInference.speaks(address)
            ? new OpenInference(URI.create(whole), errors)
            : new Predictions(address, errors);
  }

  /** What the server says, and the shapes that the options add. */
  Description description(ModelOptions options) {
    Description said = protocol.description(calls);
    List<Port> inputs = new ArrayList<>();
    for (Port input : said.inputs()) {
      inputs.add(
          shape(input, options, said.inputs().size() == 1).map(input::withShape).orElse(input));
    }
    return new Description(inputs, said.outputs(), said.sha256());
  }

  private static Optional<List<Integer>> shape(Port input, ModelOptions options, boolean only) {
    for (Map<String, List<Integer>> known : List.of(options.shapes(), options.dataShapes())) {
      List<Integer> named = known.get(input.name());
      if (named != null) {
        return Optional.of(named);
      }
      if (only && known.containsKey(ModelOptions.ANY_INPUT) && input.size() < 0) {
        return Optional.of(known.get(ModelOptions.ANY_INPUT));
      }
    }
    return Optional.empty();
  }

  /**
   * The model with its output and input chosen, and asked once.
   *
   * @throws org.liegg.api.ModelException if there are no such, they are no numbers, or their sizes
   *     are not known
   */
  ServedModel opened(ModelOptions options) {
    Description known = description(options);
    for (Port input : known.inputs()) {
      requireNumbers(input, "input");
      if (input.size() < 1) {
        throw errors.of(
            "LIEGG-MODEL-INPUT-SHAPE",
            "how large a sample of %s is, neither the server says nor the data"
                .formatted(input.name()),
            "say it: --input-shape %s=AxBxC".formatted(input.name()));
      }
    }
    Port output = output(known, options.output());
    requireNumbers(output, "output");
    ServedModel model =
        new ServedModel(
            new ServedModel.Server(description, known.sha256(), protocol, calls, errors),
            known.inputs(),
            varying(known, options.input()),
            output,
            0);
    int k = output.size() < 0 ? asked(model, options.probe()) : output.size();
    return model.withOutputs(k);
  }

  /** How many values come out for one sample. */
  private static int asked(ServedModel model, Optional<Batch> probe) {
    int width = model.sampleSize();
    double[] sample =
        probe
            .filter(samples -> samples.rows() > 0 && samples.columns() == width)
            .map(samples -> samples.slice(0, 1).values())
            .orElseGet(() -> new double[width]);
    return model.ask(sample, 0, 1).length;
  }

  private Port output(Description known, Optional<String> asked) {
    List<String> names = known.outputs().stream().map(Port::name).toList();
    if (asked.isEmpty()) {
      if (names.size() != 1) {
        throw errors.of(
            "LIEGG-MODEL-OUTPUTS",
            "it has %d outputs".formatted(names.size()),
            "choose one with --output: " + HttpErrors.listed(names));
      }
      return known.outputs().get(0);
    }
    int at = names.indexOf(asked.get());
    if (at < 0 && asked.get().matches("\\d{1,6}")) {
      at = Integer.parseInt(asked.get());
    }
    if (at < 0 || at >= names.size()) {
      throw errors.noSuch("LIEGG-MODEL-OUTPUT", "output", asked.get(), names);
    }
    return known.outputs().get(at);
  }

  private Optional<String> varying(Description known, Optional<String> asked) {
    List<String> names = known.inputs().stream().map(Port::name).toList();
    if (asked.isPresent() && !names.contains(asked.get())) {
      throw errors.noSuch("LIEGG-MODEL-INPUT", "input", asked.get(), names);
    }
    return names.size() == 1 ? Optional.empty() : asked;
  }

  private void requireNumbers(Port port, String what) {
    if (!port.isOfNumbers()) {
      throw errors.of(
          "LIEGG-MODEL-UNSUPPORTED",
          "its %s %s is of type %s, which has no derivative"
              .formatted(what, port.name(), port.type()),
          "serve a model whose inputs and outputs are floating-point numbers");
    }
  }
}
