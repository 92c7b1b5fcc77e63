package org.liegg.groups.provider;

import java.util.List;
import java.util.function.Function;
import org.liegg.api.spi.Availability;
import org.liegg.api.spi.FiniteGroupProvider;
import org.liegg.api.spi.TransformationGroup;

/** A built-in group: it is always there, and its name and usage do not change. */
abstract class ElementGroupProvider implements FiniteGroupProvider {
  private final String name;
  private final String usage;
  private final Function<GroupArguments, TransformationGroup> maker;

  ElementGroupProvider(
      String name, String usage, Function<GroupArguments, TransformationGroup> maker) {
    this.name = name;
    this.usage = usage;
    this.maker = maker;
  }

  @Override
  public final String name() {
    return name;
  }

  @Override
  public final String usage() {
    return usage;
  }

  @Override
  public final Availability availability() {
    return BuiltIn.availability();
  }

  @Override
  public final TransformationGroup parse(List<String> arguments) {
    return maker.apply(new GroupArguments(name, usage, List.copyOf(arguments)));
  }
}
