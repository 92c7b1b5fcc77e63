package org.liegg.groups.provider;

import org.liegg.groups.Actions;

/** Names {@link Actions#sp} in the grammar. */
public final class SpProvider extends SizedProvider {

  /** For {@link java.util.ServiceLoader}. */
  public SpProvider() {
    super("sp", "sp(n): symplectic matrices on R^n = (q, p), n even", Actions::sp);
  }
}
