package org.liegg.groups.provider;

import org.liegg.groups.Actions;

/** Names {@link Actions#translate} in the grammar. */
public final class TranslateProvider extends SizedProvider {

  /** For {@link java.util.ServiceLoader}. */
  public TranslateProvider() {
    super("translate", "translate(n): translations of R^n", Actions::translate);
  }
}
