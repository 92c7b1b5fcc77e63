package org.liegg.app;

import java.util.LinkedHashMap;
import java.util.Map;
import org.liegg.core.settings.ExtractionSettings;

/**
 * An extraction: which model, on which samples, which question, and how. The one description of it
 * that the command, the library and studies share.
 *
 * @param model the model
 * @param samples the samples
 * @param question what is asked
 * @param settings how it is answered
 */
public record ExtractionRequest(
    ModelRequest model, Samples samples, Question question, ExtractionSettings settings) {

  /** A request with everything else as by default. */
  public static ExtractionRequest of(ModelRequest model, Samples samples) {
    return new ExtractionRequest(model, samples, Question.open(), ExtractionSettings.defaults());
  }

  /** The same of another model, or of this one opened otherwise. */
  public ExtractionRequest with(ModelRequest other) {
    return new ExtractionRequest(other, samples, question, settings);
  }

  /** The same on other samples. */
  public ExtractionRequest with(Samples other) {
    return new ExtractionRequest(model, other, question, settings);
  }

  /** The same with another question. */
  public ExtractionRequest with(Question other) {
    return new ExtractionRequest(model, samples, other, settings);
  }

  /** The same with other settings. */
  public ExtractionRequest with(ExtractionSettings other) {
    return new ExtractionRequest(model, samples, question, other);
  }

  /** The same of another output or hidden layer. */
  ExtractionRequest withOutput(String layer) {
    return with(model.withOptions(model.options().withOutput(layer)));
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
    return options;
  }
}
