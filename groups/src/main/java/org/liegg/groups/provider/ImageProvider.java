package org.liegg.groups.provider;

import org.liegg.groups.Actions;

/** Names {@link Actions#image} in the grammar. */
public final class ImageProvider extends OnImages {

  /** For {@link java.util.ServiceLoader}. */
  public ImageProvider() {
    super("image", "linear", Actions::image);
  }
}
