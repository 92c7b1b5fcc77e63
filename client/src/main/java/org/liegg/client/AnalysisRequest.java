package org.liegg.client;

import java.util.Map;
import java.util.Optional;

/**
 * What is asked: a model, samples, and a question.
 *
 * @param model which model
 * @param data which samples
 * @param action the candidate symmetries in the action grammar; every linear map where empty
 * @param reference a known algebra to compare with
 * @param expect an algebra, or a group that is tried by its elements, that the model is to keep:
 *     the analysis is a check then
 * @param maxDefect the largest defect that passes a check
 * @param options the command's options by their names without dashes, e.g. {@code head: logits},
 *     {@code limit: 10000}, {@code stability: true}
 */
public record AnalysisRequest(
    ModelRef model,
    DataRef data,
    Optional<String> action,
    Optional<String> reference,
    Optional<String> expect,
    Optional<Double> maxDefect,
    Map<String, Object> options) {

  /** Copies the map. */
  public AnalysisRequest {
    options = Map.copyOf(options);
  }

  /** Every linear map, and nothing expected. */
  public static AnalysisRequest of(ModelRef model, DataRef data) {
    return new AnalysisRequest(
        model,
        data,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Map.of());
  }

  /** The same of these candidate symmetries. */
  public AnalysisRequest withAction(String candidates) {
    return new AnalysisRequest(
        model, data, Optional.of(candidates), reference, expect, maxDefect, options);
  }

  /** The same, compared with a known algebra. */
  public AnalysisRequest withReference(String known) {
    return new AnalysisRequest(model, data, action, Optional.of(known), expect, maxDefect, options);
  }

  /** The same as a check of this algebra or group. */
  public AnalysisRequest withExpect(String expected) {
    return new AnalysisRequest(
        model, data, action, reference, Optional.of(expected), maxDefect, options);
  }

  /** The same with another largest defect that passes. */
  public AnalysisRequest withMaxDefect(double defect) {
    return new AnalysisRequest(
        model, data, action, reference, expect, Optional.of(defect), options);
  }

  /** The same with these options in place of those it has. */
  public AnalysisRequest withOptions(Map<String, Object> others) {
    return new AnalysisRequest(model, data, action, reference, expect, maxDefect, others);
  }
}
