package org.liegg.app;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.liegg.data.scaling.StandardizationSource;

/**
 * What a model is looked at on.
 *
 * @param varying samples of the input that varies, or of all inputs side by side
 * @param others samples of the other inputs, by name: one for each, or one for all
 * @param standardizing by what the model's inputs are standardised, of samples that are not
 * @param errors standard errors of the samples of the input that varies, as they are given: a row a
 *     sample, or one row for all
 */
public record Samples(
    SampleSource varying,
    Map<String, SampleSource> others,
    Optional<StandardizationSource> standardizing,
    Optional<SampleSource> errors) {

  /** Samples that are exact. */
  public Samples(
      SampleSource varying,
      Map<String, SampleSource> others,
      Optional<StandardizationSource> standardizing) {
    this(varying, others, standardizing, Optional.empty());
  }

  /** Keeps the order of the other inputs. */
  public Samples {
    others = Collections.unmodifiableMap(new LinkedHashMap<>(others));
  }

  /** Whole samples. */
  public static Samples of(SampleSource samples) {
    return new Samples(samples, Map.of(), Optional.empty());
  }

  /** The same with samples of another input. */
  public Samples with(String input, SampleSource samples) {
    Map<String, SampleSource> all = new LinkedHashMap<>(others);
    all.put(input, samples);
    return new Samples(varying, all, standardizing, errors);
  }

  /** The same for a model that was trained on inputs which were standardised by this. */
  public Samples standardizedBy(StandardizationSource source) {
    return new Samples(varying, others, Optional.of(source), errors);
  }

  /** The same with these standard errors. */
  public Samples withErrors(SampleSource source) {
    return new Samples(varying, others, standardizing, Optional.of(source));
  }

  /** The same with others in place of those that vary, which are exact. */
  Samples replaced(SampleSource other) {
    return new Samples(other, others, standardizing);
  }
}
