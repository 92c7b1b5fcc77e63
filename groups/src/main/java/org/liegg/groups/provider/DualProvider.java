package org.liegg.groups.provider;

import java.util.List;
import java.util.function.Function;
import org.liegg.api.spi.GroupAction;
import org.liegg.groups.Actions;

/** Names {@link Actions#dual} in the grammar. */
public final class DualProvider extends OfAction {

  /** For {@link java.util.ServiceLoader}. */
  public DualProvider() {
    super("dual", "dual(A): a linear action A on covectors, by −Aᵀ");
  }

  @Override
  public GroupAction parse(List<String> arguments, Function<String, GroupAction> actions) {
    return Actions.dual(actions.apply(only(arguments)));
  }
}
