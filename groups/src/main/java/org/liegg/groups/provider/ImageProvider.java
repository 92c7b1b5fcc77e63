package org.liegg.groups.provider;

import java.util.List;
import org.liegg.api.spi.Availability;
import org.liegg.api.spi.GroupAction;
import org.liegg.api.spi.GroupActionProvider;
import org.liegg.groups.Actions;
import org.liegg.groups.image.DerivativeFilter;

/** Names {@link Actions#image} in the grammar. */
public final class ImageProvider implements GroupActionProvider {

  @Override
  public String name() {
    return "image";
  }

  @Override
  public String usage() {
    return "image(HxW) or image(HxWxC): linear maps of the plane on an image of H rows and W"
        + " columns, the derivatives central, or by a filter behind the size, 'central',"
        + " 'gaussian,S' of S pixels or 'spectral'";
  }

  @Override
  public Availability availability() {
    return BuiltIn.availability();
  }

  @Override
  public GroupAction parse(List<String> arguments) {
    ImageSize size = ImageSize.parse(this, arguments);
    DerivativeFilter filter = FilterArguments.parse(this, arguments);
    return Actions.image(size.height(), size.width(), size.channels(), filter);
  }
}
