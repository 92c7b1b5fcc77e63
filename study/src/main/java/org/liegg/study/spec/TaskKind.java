package org.liegg.study.spec;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What networks are trained on. */
public enum TaskKind {
  /** sin‖a‖ − ‖b‖³/2 + a·b/(‖a‖‖b‖) of two vectors in R⁵. */
  O5("o5"),
  /** The squared length of a vector in space and time, x₀² − x₁² − x₂² − x₃². */
  LORENTZ("lorentz"),
  /** sin‖a − b‖ of two points in R³. */
  SE3_PAIRS("se3-pairs"),
  /** Handwritten digits, turned and blurred. */
  ROTATED_DIGITS("rotated-digits"),
  /** The user's own samples. */
  DATA("data");

  private final String label;

  TaskKind(String label) {
    this.label = label;
  }

  /** The name that specs use. */
  public String label() {
    return label;
  }

  static Optional<TaskKind> named(String label) {
    return Arrays.stream(values()).filter(kind -> kind.label.equals(label)).findFirst();
  }

  static List<String> labels() {
    return Arrays.stream(values()).map(TaskKind::label).toList();
  }

  /** Whether samples come from files. */
  boolean needsFiles() {
    return this == ROTATED_DIGITS || this == DATA;
  }
}
