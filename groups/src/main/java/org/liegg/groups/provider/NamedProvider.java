package org.liegg.groups.provider;

import org.liegg.api.spi.Availability;
import org.liegg.api.spi.GroupActionProvider;

/** A built-in type: it is always there, and its name and usage do not change. */
abstract class NamedProvider implements GroupActionProvider {
  private final String name;
  private final String usage;

  NamedProvider(String name, String usage) {
    this.name = name;
    this.usage = usage;
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
}
