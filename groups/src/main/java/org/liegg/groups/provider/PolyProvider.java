package org.liegg.groups.provider;

import org.liegg.groups.Actions;

/** Names {@link Actions#poly} in the grammar. */
public final class PolyProvider extends SizedProvider {

  /** For {@link java.util.ServiceLoader}. */
  public PolyProvider() {
    super(
        "poly",
        "poly(n,degree): polynomial fields on R^n up to a degree",
        2,
        2,
        sizes -> Actions.poly(sizes[0], sizes[1]));
  }
}
