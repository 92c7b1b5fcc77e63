package org.liegg.groups.provider;

import org.liegg.groups.Actions;

/** Names {@link Actions#sl} in the grammar. */
public final class SlProvider extends SizedProvider {

  /** For {@link java.util.ServiceLoader}. */
  public SlProvider() {
    super("sl", "sl(n): n × n matrices of trace 0", Actions::sl);
  }
}
