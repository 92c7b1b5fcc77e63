package org.liegg.groups.provider;

import java.util.List;
import org.liegg.api.ActionException;
import org.liegg.api.spi.Availability;
import org.liegg.api.spi.GroupActionProvider;

/** What the built-in providers share. */
final class BuiltIn {

  private BuiltIn() {}

  static Availability availability() {
    String version = BuiltIn.class.getPackage().getImplementationVersion();
    return new Availability.Available(version == null ? "dev" : version, "");
  }

  /** The arguments do not fit the provider. */
  static ActionException wrong(GroupActionProvider provider, List<String> arguments, String found) {
    return new ActionException(
        "LIEGG-ACTION-ARGUMENT",
        "'%s(%s)'".formatted(provider.name(), String.join(",", arguments)),
        found,
        "write " + provider.usage());
  }
}
