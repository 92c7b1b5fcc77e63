package org.liegg.groups.provider;

import java.util.List;
import java.util.function.Function;
import org.liegg.api.spi.FiniteGroupProvider;
import org.liegg.api.spi.TransformationGroup;

/** A built-in group that is tried by its elements. */
abstract class ElementGroupProvider extends BuiltInProvider implements FiniteGroupProvider {
  private final Function<GroupArguments, TransformationGroup> maker;

  ElementGroupProvider(
      String name, String usage, Function<GroupArguments, TransformationGroup> maker) {
    super(name, usage);
    this.maker = maker;
  }

  @Override
  public final TransformationGroup parse(List<String> arguments) {
    return maker.apply(new GroupArguments(name(), usage(), List.copyOf(arguments)));
  }
}
