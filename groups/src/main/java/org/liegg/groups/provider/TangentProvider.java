package org.liegg.groups.provider;

import java.util.List;
import java.util.function.Function;
import org.liegg.api.spi.GroupAction;
import org.liegg.groups.Actions;

/** Names {@link Actions#tangent} in the grammar. */
public final class TangentProvider extends OfAction {

  /** For {@link java.util.ServiceLoader}. */
  public TangentProvider() {
    super("tangent", "tangent(A): a polynomial action A on positions and velocities");
  }

  @Override
  public GroupAction parse(List<String> arguments, Function<String, GroupAction> actions) {
    return Actions.tangent(actions.apply(only(arguments)));
  }
}
