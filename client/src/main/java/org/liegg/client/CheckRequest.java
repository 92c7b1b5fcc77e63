package org.liegg.client;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Several expectations of one model on the same samples.
 *
 * @param model which model
 * @param data which samples
 * @param expectations what it is to keep, one or more
 * @param options of all of them, as of {@link AnalysisRequest}
 */
public record CheckRequest(
    ModelRef model, DataRef data, List<Expectation> expectations, Map<String, Object> options) {

  /** Copies list and map. */
  public CheckRequest {
    expectations = List.copyOf(expectations);
    options = Map.copyOf(options);
  }

  /**
   * One expectation.
   *
   * @param expect an algebra, or a group that is tried by its elements
   * @param action the candidate symmetries; none of a group
   * @param maxDefect the largest defect that passes
   */
  public record Expectation(String expect, Optional<String> action, Optional<Double> maxDefect) {}
}
