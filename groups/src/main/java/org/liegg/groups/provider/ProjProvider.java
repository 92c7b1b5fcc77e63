package org.liegg.groups.provider;

import org.liegg.groups.Actions;

/** Names {@link Actions#proj} in the grammar. */
public final class ProjProvider extends SizedProvider {

  /** For {@link java.util.ServiceLoader}. */
  public ProjProvider() {
    super("proj", "proj(n): projective maps of R^n, sl(n+1)", Actions::proj);
  }
}
