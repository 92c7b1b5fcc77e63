package org.liegg.groups.provider;

import java.util.List;
import org.liegg.api.spi.GroupAction;
import org.liegg.groups.Actions;

/** A built-in type that is made of another action: {@code name(A)}, {@code name(A,p)}. */
abstract class OfAction extends NamedProvider {

  OfAction(String name, String usage) {
    super(name, usage);
  }

  @Override
  public final GroupAction parse(List<String> arguments) {
    return parse(arguments, Actions::parse);
  }

  /** The argument of a type that takes one. */
  final String only(List<String> arguments) {
    if (arguments.size() != 1) {
      throw BuiltIn.wrong(
          this, arguments, "it takes 1 argument, found %d".formatted(arguments.size()));
    }
    return arguments.get(0);
  }
}
