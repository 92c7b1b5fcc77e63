package org.liegg.groups.provider;

import java.util.List;
import java.util.function.Function;
import org.liegg.api.spi.GroupAction;
import org.liegg.groups.Actions;
import org.liegg.groups.grammar.WholeNumbers;

/** Names {@link Actions#tensor} in the grammar. */
public final class TensorProvider extends OfAction {

  /** For {@link java.util.ServiceLoader}. */
  public TensorProvider() {
    super(
        "tensor",
        "tensor(A,p) or tensor(A,p,q): a linear action A on tensors of p upper and q lower"
            + " indices");
  }

  @Override
  public GroupAction parse(List<String> arguments, Function<String, GroupAction> actions) {
    if (arguments.size() != 2 && arguments.size() != 3) {
      throw BuiltIn.wrong(
          this, arguments, "it takes 2 or 3 arguments, found %d".formatted(arguments.size()));
    }
    int upper = index(arguments, 1);
    int lower = arguments.size() == 3 ? index(arguments, 2) : 0;
    return Actions.tensor(actions.apply(arguments.get(0)), upper, lower);
  }

  private int index(List<String> arguments, int at) {
    String text = arguments.get(at);
    if (!WholeNumbers.isWhole(text) || text.length() > 2) {
      throw BuiltIn.wrong(this, arguments, "'%s' is no number of indices".formatted(text));
    }
    return Integer.parseInt(text);
  }
}
