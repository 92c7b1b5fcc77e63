package org.liegg.groups.provider;

import java.util.List;
import org.liegg.api.spi.GroupAction;
import org.liegg.groups.image.DerivativeFilter;

/** A built-in type that acts on images: {@code name(HxW)} or {@code name(HxWxC)}. */
abstract class OnImages extends NamedProvider {
  private final Maker maker;

  /** Makes the action of an image's size. */
  interface Maker {
    GroupAction of(int height, int width, int channels, DerivativeFilter filter);
  }

  /**
   * @param maps which maps of the plane they are, e.g. {@code linear}
   */
  OnImages(String name, String maps, Maker maker) {
    super(
        name,
        ("%1$s(HxW) or %1$s(HxWxC): %2$s maps of the plane on an image of H rows and W columns,"
                + " the derivatives central, or by a filter behind the size, 'central',"
                + " 'gaussian,S' of S pixels or 'spectral'")
            .formatted(name, maps));
    this.maker = maker;
  }

  @Override
  public final GroupAction parse(List<String> arguments) {
    ImageSize size = ImageSize.parse(this, arguments);
    DerivativeFilter filter = FilterArguments.parse(this, arguments);
    return maker.of(size.height(), size.width(), size.channels(), filter);
  }
}
