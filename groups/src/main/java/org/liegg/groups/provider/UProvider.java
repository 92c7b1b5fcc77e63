package org.liegg.groups.provider;

import org.liegg.groups.Actions;

/** Names {@link Actions#u} in the grammar. */
public final class UProvider extends SizedProvider {

  /** For {@link java.util.ServiceLoader}. */
  public UProvider() {
    super("u", "u(n): unitary matrices on R^2n = (Re, Im)", Actions::u);
  }
}
