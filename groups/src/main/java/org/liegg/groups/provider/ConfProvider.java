package org.liegg.groups.provider;

import org.liegg.groups.Actions;

/** Names {@link Actions#conf} in the grammar. */
public final class ConfProvider extends SizedProvider {

  /** For {@link java.util.ServiceLoader}. */
  public ConfProvider() {
    super("conf", "conf(n): conformal maps of R^n, so(n+1,1)", Actions::conf);
  }
}
