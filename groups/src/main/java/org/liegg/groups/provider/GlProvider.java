package org.liegg.groups.provider;

import org.liegg.groups.Actions;

/** Names {@link Actions#gl} in the grammar. */
public final class GlProvider extends SizedProvider {

  /** For {@link java.util.ServiceLoader}. */
  public GlProvider() {
    super("gl", "gl(n): every n × n matrix", Actions::gl);
  }
}
