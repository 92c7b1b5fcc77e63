package org.liegg.groups.provider;

import org.liegg.api.spi.Availability;
import org.liegg.api.spi.Provider;

/** A built-in type: it is always there, and its name and usage do not change. */
abstract class BuiltInProvider implements Provider {
  private final String name;
  private final String usage;

  BuiltInProvider(String name, String usage) {
    this.name = name;
    this.usage = usage;
  }

  @Override
  public final String name() {
    return name;
  }

  /** One line for help and listings. */
  public final String usage() {
    return usage;
  }

  @Override
  public final Availability availability() {
    return BuiltIn.availability();
  }
}
