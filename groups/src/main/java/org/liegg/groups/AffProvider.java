package org.liegg.groups;

/** Names {@link Actions#aff} in the grammar. */
public final class AffProvider extends SizedProvider {

  /** For {@link java.util.ServiceLoader}. */
  public AffProvider() {
    super("aff", "aff(n): affine maps of R^n", Actions::aff);
  }
}
