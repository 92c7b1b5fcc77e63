package org.liegg.spring;

import java.util.Optional;
import org.liegg.api.report.Gate;
import org.liegg.report.RecordJson;

/**
 * The last answer of one gate.
 *
 * @param model what the application calls the model
 * @param expected the algebra or the group that it is to keep
 * @param gate the answer; empty where there was none
 * @param failure why there was none; empty where there was one
 */
public record RecordedGate(
    String model, String expected, Optional<Gate> gate, Optional<String> failure) {

  /** What a gate that gave no answer has in place of a verdict. */
  static final String FAILED = "failed";

  static RecordedGate of(String model, String expected, Gate gate) {
    return new RecordedGate(model, expected, Optional.of(gate), Optional.empty());
  }

  static RecordedGate failed(String model, String expected, String why) {
    return new RecordedGate(model, expected, Optional.empty(), Optional.of(why));
  }

  /**
   * {@code invariant}, {@code broken}, {@code insufficient-evidence}, as reports say it, or {@code
   * failed}.
   */
  public String outcome() {
    return gate.map(answer -> RecordJson.name(answer.verdict())).orElse(FAILED);
  }
}
