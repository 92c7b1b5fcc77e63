package org.liegg.groups.provider;

import org.liegg.groups.Actions;

/** Names {@link Actions#se} in the grammar. */
public final class SeProvider extends SizedProvider {

  /** For {@link java.util.ServiceLoader}. */
  public SeProvider() {
    super("se", "se(n): rotations and translations of R^n", Actions::se);
  }
}
