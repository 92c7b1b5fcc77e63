package org.liegg.groups.provider;

import org.liegg.groups.Actions;

/** Names {@link Actions#scale} in the grammar. */
public final class ScaleProvider extends SizedProvider {

  /** For {@link java.util.ServiceLoader}. */
  public ScaleProvider() {
    super("scale", "scale(n): one scaling per coordinate of R^n", Actions::scale);
  }
}
