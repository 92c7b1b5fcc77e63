package org.liegg.app;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.liegg.api.ModelOptions.Derivatives;
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

  /** The request as the report names it, without the settings, in the order of the options. */
  Map<String, String> describe() {
    Map<String, String> options = new LinkedHashMap<>();
    options.put("model", model.source().description());
    options.put("data", samples.varying().description());
    options.putAll(samples.varying().options());
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
