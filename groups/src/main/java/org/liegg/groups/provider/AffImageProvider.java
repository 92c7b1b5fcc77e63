package org.liegg.groups.provider;

import java.util.List;
import org.liegg.api.spi.Availability;
import org.liegg.api.spi.GroupAction;
import org.liegg.api.spi.GroupActionProvider;
import org.liegg.groups.Actions;
import org.liegg.groups.image.DerivativeFilter;

/** Names {@link Actions#affImage} in the grammar. */
public final class AffImageProvider implements GroupActionProvider {

  @Override
  public String name() {
    return "aff-image";
  }

  @Override
  public String usage() {
    return "aff-image(HxW) or aff-image(HxWxC): affine maps of the plane on an image of H rows and"
        + " W columns, the derivatives central, or by a filter behind the size, 'central',"
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
    return Actions.affImage(size.height(), size.width(), size.channels(), filter);
  }
}
