package org.liegg.groups.provider;

import org.liegg.groups.Actions;

/** Names {@link Actions#aff} in the grammar. */
public final class AffProvider extends SizedProvider {

  /** For {@link java.util.ServiceLoader}. */
  public AffProvider() {
    super("aff", "aff(n): affine maps of R^n", Actions::aff);
  }
}
