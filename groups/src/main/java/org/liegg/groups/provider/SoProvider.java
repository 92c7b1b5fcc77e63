package org.liegg.groups.provider;

import org.liegg.groups.Actions;

/** Names {@link Actions#so(int)} in the grammar. */
public final class SoProvider extends SizedProvider {

  /** For {@link java.util.ServiceLoader}. */
  public SoProvider() {
    super(
        "so",
        "so(n) or so(p,q): rotations of R^n, or what keeps a metric of p plus and q minus signs",
        1,
        2,
        sizes -> sizes.length == 1 ? Actions.so(sizes[0]) : Actions.so(sizes[0], sizes[1]));
  }
}
