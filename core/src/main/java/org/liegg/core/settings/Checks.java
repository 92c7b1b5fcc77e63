package org.liegg.core.settings;

/** Refuses settings that make no sense; messages begin with the name of the setting. */
final class Checks {

  private Checks() {}

  static void require(boolean valid, String otherwise) {
    if (!valid) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
