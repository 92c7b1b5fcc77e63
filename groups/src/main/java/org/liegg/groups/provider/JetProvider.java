package org.liegg.groups.provider;

import java.util.List;
import org.liegg.api.spi.GroupAction;
import org.liegg.groups.Actions;

/** Names {@link Actions#jet} in the grammar. */
public final class JetProvider extends NamedProvider {

  /** For {@link java.util.ServiceLoader}. */
  public JetProvider() {
    super(
        "jet",
        "jet(k,degree): point symmetries of u_t = F(t,x,u,u_x,…) up to derivative k; behind it"
            + " 'space=2', 'fields=2', 'time=2' and functions such as 'exp(t)', 'sin(x)'");
  }

  @Override
  public GroupAction parse(List<String> arguments) {
    return Actions.jet(arguments);
  }
}
