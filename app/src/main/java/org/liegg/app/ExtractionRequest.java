package org.liegg.app;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.liegg.api.ModelException;
import org.liegg.api.ModelOptions.Derivatives;
import org.liegg.api.ModelSource;
import org.liegg.app.samples.FittedSamples;
import org.liegg.app.samples.SampleFunction;
import org.liegg.core.settings.Checkpoint;
import org.liegg.core.settings.ExtractionSettings;

/**
 * An extraction: which model, on which samples, which question, and how. The one description of it
 * that the command, the library and studies share.
 *
 * @param model the model
 * @param samples the samples
 * @param question what is asked
 * @param settings how it is answered
 * @param checkpoint where an iterating decomposition keeps how far it is; the report does not say
 *     it, since no result depends on it
 */
public record ExtractionRequest(
    ModelRequest model,
    Samples samples,
    Question question,
    ExtractionSettings settings,
    Optional<Checkpoint> checkpoint) {

  /** A request that keeps nothing. */
  public ExtractionRequest(
      ModelRequest model, Samples samples, Question question, ExtractionSettings settings) {
    this(model, samples, question, settings, Optional.empty());
  }

  /** A request with everything else as by default. */
  public static ExtractionRequest of(ModelRequest model, Samples samples) {
    return new ExtractionRequest(model, samples, Question.open(), ExtractionSettings.defaults());
  }

  /** The same of another model, or of this one opened otherwise. */
  public ExtractionRequest with(ModelRequest other) {
    return new ExtractionRequest(other, samples, question, settings, checkpoint);
  }

  /** The same on other samples. */
  public ExtractionRequest with(Samples other) {
    return new ExtractionRequest(model, other, question, settings, checkpoint);
  }

  /** The same with another question. */
  public ExtractionRequest with(Question other) {
    return new ExtractionRequest(model, samples, other, settings, checkpoint);
  }

  /** The same with other settings. */
  public ExtractionRequest with(ExtractionSettings other) {
    return new ExtractionRequest(model, samples, question, other, checkpoint);
  }

  /** The same, kept in a file and gone on with from there. */
  public ExtractionRequest with(Checkpoint kept) {
    return new ExtractionRequest(model, samples, question, settings, Optional.of(kept));
  }

  /** The same of another output or hidden layer. */
  ExtractionRequest withOutput(String layer) {
    return with(model.withOptions(model.options().withOutput(layer)));
  }

  /** The same with a model of values alone. */
  ExtractionRequest withoutDerivatives() {
    return with(model.withOptions(model.options().withDerivatives(Derivatives.NONE)));
  }

  /**
   * The function that the samples say, where that is asked for in place of a model.
   *
   * @throws org.liegg.api.LieggException if it cannot be fitted, or the request asks for more
   */
  Optional<FittedSamples> fitted() {
    if (!(model.source() instanceof ModelSource.Live live)
        || !(live.model() instanceof SampleFunction asked)) {
      return Optional.empty();
    }
    requireNone(asked, "a group that is tried by its elements", question.group());
    requireNone(asked, "a standardisation", samples.standardizing());
    requireNone(asked, "an engine", model.engine());
    requireNone(asked, "a worker process", model.isolation());
    requireNone(asked, "a checkpoint", checkpoint);
    requireNone(asked, "samples of other inputs", samples.others().keySet().stream().findFirst());
    return Optional.of(
        FittedSamples.of(asked, samples.varying().open(), settings.sampling().limit()));
  }

  private static void requireNone(SampleFunction asked, String what, Optional<?> given) {
    if (given.isPresent()) {
      throw new ModelException(
          "LIEGG-MODEL-SAMPLES",
          "model " + asked.name(),
          "%s was given, which samples in place of a model have no use for".formatted(what),
          "leave it out, or name a model");
    }
  }

  /** The same of the fitted function, on the samples that look at it. */
  ExtractionRequest of(FittedSamples fitted) {
    return with(model.withSource(ModelSource.live(fitted)))
        .with(new Samples(SampleSource.of(fitted.queries()), Map.of(), Optional.empty()));
  }

  /** The request as the report names it, without the settings, in the order of the options. */
  Map<String, String> describe() {
    Map<String, String> options = new LinkedHashMap<>();
    options.put("model", model.source().description());
    options.put("data", samples.varying().description());
    options.putAll(samples.varying().options());
    samples.errors().ifPresent(by -> options.put("input-errors", by.description()));
    samples.standardizing().ifPresent(by -> options.put("standardize", by.description()));
    question.action().ifPresent(value -> options.put("action", value.text()));
    model.engine().ifPresent(value -> options.put("engine", value));
    question.decomposition().ifPresent(value -> options.put("decomposition", value));
    model.describe(options);
    samples.others().forEach((name, file) -> options.put("with " + name, file.description()));
    options.putAll(model.details());
    question.reference().ifPresent(value -> options.put("reference", value.text()));
    question.group().ifPresent(value -> options.put("group", value.text()));
    return options;
  }
}
