package org.liegg.groups;

import java.util.List;
import java.util.function.IntFunction;
import org.liegg.api.ActionException;
import org.liegg.api.spi.Availability;
import org.liegg.api.spi.GroupAction;
import org.liegg.api.spi.GroupActionProvider;

/** A built-in type that takes one whole number: {@code name(n)}. */
abstract class SizedProvider implements GroupActionProvider {
  private final String name;
  private final String usage;
  private final IntFunction<GroupAction> maker;

  SizedProvider(String name, String usage, IntFunction<GroupAction> maker) {
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
    String version = SizedProvider.class.getPackage().getImplementationVersion();
    return new Availability.Available(version == null ? "dev" : version, "");
  }

  @Override
  public final GroupAction parse(List<String> arguments) {
    if (arguments.size() != 1) {
      throw wrong(arguments, "it takes 1 argument, found %d".formatted(arguments.size()));
    }
    String argument = arguments.get(0);
    if (!WholeNumbers.isWhole(argument)) {
      throw wrong(arguments, "'%s' is not a whole number of at least 1".formatted(argument));
    }
    return maker.apply(
        WholeNumbers.parse(argument)
            .orElseThrow(() -> wrong(arguments, "%s is too large".formatted(argument))));
  }

  private ActionException wrong(List<String> arguments, String found) {
    return new ActionException(
        "LIEGG-ACTION-ARGUMENT",
        "'%s(%s)'".formatted(name, String.join(",", arguments)),
        found,
        "write " + usage);
  }
}
