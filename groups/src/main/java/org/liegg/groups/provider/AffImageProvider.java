package org.liegg.groups.provider;

import org.liegg.groups.Actions;

/** Names {@link Actions#affImage} in the grammar. */
public final class AffImageProvider extends OnImages {

  /** For {@link java.util.ServiceLoader}. */
  public AffImageProvider() {
    super("aff-image", "affine", Actions::affImage);
  }
}
