package org.liegg.groups.provider;

import org.liegg.api.spi.GroupActionProvider;

/** A built-in type of fields. */
abstract class NamedProvider extends BuiltInProvider implements GroupActionProvider {

  NamedProvider(String name, String usage) {
    super(name, usage);
  }
}
