package org.liegg.study.spec;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Which samples a network is shown. */
public enum Augmentation {
  /** None: the network stays as its random weights make it. */
  UNTRAINED,
  /** The samples as they are; of digits, the upright ones. */
  NONE,
  /** Every sample moved once by a random element of the reference group, then kept. */
  FIXED,
  /** Every sample moved by a new random element in every epoch. */
  FRESH;

  /** Another name of {@link #NONE}, for images. */
  private static final String UPRIGHT = "upright";

  /** The name that specs and tables use. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether samples are moved. */
  public boolean moves() {
    return this == FIXED || this == FRESH;
  }

  static Optional<Augmentation> named(String label) {
    String name = label.equals(UPRIGHT) ? NONE.label() : label;
    return Arrays.stream(values()).filter(one -> one.label().equals(name)).findFirst();
  }

  static List<String> labels() {
    return Arrays.stream(values()).map(Augmentation::label).toList();
  }
}
