package org.liegg.groups.provider;

import org.liegg.groups.Actions;

/** Names {@link Actions#su} in the grammar. */
public final class SuProvider extends SizedProvider {

  /** For {@link java.util.ServiceLoader}. */
  public SuProvider() {
    super("su", "su(n): unitary matrices of determinant 1 on R^2n = (Re, Im)", Actions::su);
  }
}
