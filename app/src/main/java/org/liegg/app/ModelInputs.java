package org.liegg.app;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.liegg.api.BatchStream;
import org.liegg.api.Dataset;
import org.liegg.api.ModelException;
import org.liegg.api.ModelInfo;
import org.liegg.api.ModelOptions;
import org.liegg.api.ModelPort;
import org.liegg.api.spi.GradientCheck;
import org.liegg.api.spi.ModelGradient;
import org.liegg.api.spi.ModelGradientProvider;
import org.liegg.data.Datasets;
import org.liegg.data.Standardization;
import org.liegg.data.scaling.InputScaling;
import org.liegg.data.scaling.StandardizedGradient;

/**
 * Which file feeds which input of a model.
 *
 * @param data whole samples, all inputs side by side
 * @param options how the model is opened for them
 * @param scaling how the model's inputs are made of them, where that is asked for
 */
record ModelInputs(Dataset data, ModelOptions options, Optional<InputScaling> scaling) {

  /**
   * Opens the files of a request. Where others than the one of the samples are named, the model is
   * asked for the order of its inputs.
   *
   * @throws org.liegg.api.LieggException if a file cannot be read, or an input has no file or two
   */
  static ModelInputs of(ExtractionRequest request, ModelGradientProvider engine) {
    Dataset varying = request.samples().varying().open();
    ModelOptions options =
        request.model().options().withDataShape(ModelOptions.ANY_INPUT, varying.sampleShape());
    requireShapesOfInputs(request, engine, options);
    Optional<Standardization> standards =
        request
            .samples()
            .standardizing()
            .map(source -> source.of(varying, request.settings().sampling().limit()));
    if (request.samples().others().isEmpty()) {
      Optional<InputScaling> scaling = standards.map(known -> new InputScaling(known, 0));
      return new ModelInputs(varying, probed(options, varying, scaling), scaling);
    }
    List<String> names =
        engine.layout(request.model().source(), options).inputs().stream()
            .map(ModelPort::name)
            .toList();
    String input = varyingInput(request, names);
    Map<String, Dataset> files = new LinkedHashMap<>();
    int before = 0;
    int from = 0;
    for (String name : names) {
      Dataset file = name.equals(input) ? varying : other(request, name).open();
      files.put(name, file);
      from = name.equals(input) ? before : from;
      before += file.columns();
      options = options.withDataShape(name, file.sampleShape());
    }
    Dataset joined = Datasets.join(new ArrayList<>(files.values()));
    int place = from;
    Optional<InputScaling> scaling = standards.map(known -> new InputScaling(known, place));
    ModelOptions opening = probed(options.withInput(input), joined, scaling);
    return new ModelInputs(joined, opening, scaling);
  }

  /** The model of the samples as they are: it owns the session that it is given. */
  ModelGradient scaled(ModelGradient model) {
    return scaling
        .<ModelGradient>map(known -> new StandardizedGradient(model, known))
        .orElse(model);
  }

  /** A shape for an input that there is not would be passed over by every engine. */
  private static void requireShapesOfInputs(
      ExtractionRequest request, ModelGradientProvider engine, ModelOptions options) {
    if (request.model().options().shapes().isEmpty()) {
      return;
    }
    List<String> names =
        engine.layout(request.model().source(), options).inputs().stream()
            .map(ModelPort::name)
            .toList();
    for (String named : request.model().options().shapes().keySet()) {
      boolean only = named.equals(ModelOptions.ANY_INPUT) || named.equals(ModelInfo.ONLY_INPUT);
      if (!names.contains(named) && !(only && names.size() == 1)) {
        throw new ModelException(
            "LIEGG-MODEL-INPUT",
            "model " + request.model().source().description(),
            "%s; its inputs are %s"
                .formatted(
                    only
                        ? "it has several inputs, and the shape is for none of them"
                        : "it has no input '%s'".formatted(named),
                    String.join(", ", names)),
            "say which input the shape is for: --input-shape NAME=AxBxC");
      }
    }
  }

  /** The first samples are what the gradients are verified at, or differences are fitted to. */
  private static ModelOptions probed(
      ModelOptions options, Dataset data, Optional<InputScaling> scaling) {
    try (BatchStream first = data.batches(GradientCheck.SAMPLES)) {
      return first
          .next()
          .map(batch -> scaling.map(known -> known.applied(batch)).orElse(batch))
          .map(options::withProbe)
          .orElse(options);
    }
  }

  private static String varyingInput(ExtractionRequest request, List<String> names) {
    for (String named : request.samples().others().keySet()) {
      if (!names.contains(named)) {
        throw wrongInputs(request, names, "it has no input '%s'".formatted(named));
      }
    }
    List<String> rest =
        names.stream().filter(name -> !request.samples().others().containsKey(name)).toList();
    Optional<String> asked = request.model().options().input();
    if (asked.isPresent() && !rest.equals(List.of(asked.get()))) {
      throw wrongInputs(
          request,
          names,
          "'%s' varies, and %s"
              .formatted(asked.get(), filesFor(request.samples().others().keySet())));
    }
    if (rest.size() != 1) {
      throw wrongInputs(request, names, filesFor(request.samples().others().keySet()));
    }
    return rest.get(0);
  }

  private static String filesFor(Iterable<String> named) {
    return "there are files for " + String.join(", ", named);
  }

  private static ModelException wrongInputs(
      ExtractionRequest request, List<String> names, String found) {
    return new ModelException(
        "LIEGG-MODEL-INPUT",
        "model " + request.model().source().description(),
        "%s; its inputs are %s".formatted(found, String.join(", ", names)),
        "name the input that varies, which the samples are for, with --input, and give a file for"
            + " each of the others with --with");
  }

  private static SampleSource other(ExtractionRequest request, String name) {
    return Objects.requireNonNull(request.samples().others().get(name));
  }
}
