package org.liegg.groups;

/** Names {@link Actions#so} in the grammar. */
public final class SoProvider extends SizedProvider {

  /** For {@link java.util.ServiceLoader}. */
  public SoProvider() {
    super("so", "so(n): rotations of R^n", Actions::so);
  }
}
