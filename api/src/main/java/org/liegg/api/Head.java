package org.liegg.api;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What is applied to the output that was taken before it is differentiated. */
public enum Head {
  /** Nothing: the network's output as it is. */
  OUTPUT("output"),
  /** Nothing, and the output layer's own activation is left off. */
  LOGITS("logits"),
  /** s_o = exp(z_o)/Σ_j exp(z_j) of the logits z. */
  SOFTMAX("softmax"),
  /**
   * z/‖z‖₂ of the logits z: what the paper takes for classifiers, where only the direction counts.
   */
  NORMALIZED_LOGITS("normalized-logits");

  private final String label;

  Head(String label) {
    this.label = label;
  }

  /** The name that the command and the report use. */
  public String label() {
    return label;
  }

  /** The head of this name, if there is one. */
  public static Optional<Head> named(String label) {
    return Arrays.stream(values()).filter(head -> head.label.equals(label)).findFirst();
  }

  /** All names. */
  public static List<String> labels() {
    return Arrays.stream(values()).map(Head::label).toList();
  }
}
