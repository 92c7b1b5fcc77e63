package org.liegg.groups.provider;

import java.util.List;
import java.util.function.Function;
import org.liegg.api.spi.Availability;
import org.liegg.api.spi.GroupAction;
import org.liegg.api.spi.GroupActionProvider;
import org.liegg.groups.Actions;

/** Names {@link Actions#dual} in the grammar. */
public final class DualProvider implements GroupActionProvider {

  @Override
  public String name() {
    return "dual";
  }

  @Override
  public String usage() {
    return "dual(A): a linear action A on covectors, by −Aᵀ";
  }

  @Override
  public Availability availability() {
    return BuiltIn.availability();
  }

  @Override
  public GroupAction parse(List<String> arguments) {
    return parse(arguments, Actions::parse);
  }

  @Override
  public GroupAction parse(List<String> arguments, Function<String, GroupAction> actions) {
    if (arguments.size() != 1) {
      throw BuiltIn.wrong(
          this, arguments, "it takes 1 argument, found %d".formatted(arguments.size()));
    }
    return Actions.dual(actions.apply(arguments.get(0)));
  }
}
