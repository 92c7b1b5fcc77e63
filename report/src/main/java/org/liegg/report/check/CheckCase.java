package org.liegg.report.check;

/**
 * What a check was asked, as the user said it; what was not said is empty.
 *
 * @param given what the user calls it, where it was given a name
 * @param model the model
 * @param data the samples
 * @param action the candidate symmetries
 * @param expected the algebra
 * @param output which output or layer was taken
 * @param head what was applied to it
 */
public record CheckCase(
    String given,
    String model,
    String data,
    String action,
    String expected,
    String output,
    String head) {

  /** A check without a name. */
  public CheckCase(
      String model, String data, String action, String expected, String output, String head) {
    this("", model, data, action, expected, output, head);
  }

  /** How a server calls it. */
  public String name() {
    if (!given.isEmpty()) {
      return given;
    }
    return "invariant to %s, head %s".formatted(expected.isEmpty() ? "?" : expected, head);
  }
}
