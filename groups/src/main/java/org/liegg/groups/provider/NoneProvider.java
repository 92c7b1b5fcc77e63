package org.liegg.groups.provider;

import org.liegg.groups.Actions;

/** Names {@link Actions#none} in the grammar. */
public final class NoneProvider extends SizedProvider {

  /** For {@link java.util.ServiceLoader}. */
  public NoneProvider() {
    super("none", "none(n): no field on R^n, inputs that are left alone", Actions::none);
  }
}
