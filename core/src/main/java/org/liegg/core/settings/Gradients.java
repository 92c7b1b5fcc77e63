package org.liegg.core.settings;

import java.util.Locale;

/** Which gradients of the model are taken. */
public enum Gradients {
  /** As they are. */
  FULL,
  /**
   * Those along the data: what points out of the surface that samples lie on is left out, since the
   * model has learned nothing there.
   */
  TANGENTIAL;

  /** The name that options and reports use. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
