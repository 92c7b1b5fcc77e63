package org.liegg.service.base;

/** Why something was thrown at the very bottom. */
public final class Causes {

  private Causes() {}

  /** The message of what was thrown first. */
  public static String message(Throwable thrown) {
    Throwable root = thrown;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return String.valueOf(root.getMessage());
  }
}
