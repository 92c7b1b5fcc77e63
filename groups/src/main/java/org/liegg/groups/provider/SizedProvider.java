package org.liegg.groups.provider;

import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.liegg.api.ActionException;
import org.liegg.api.spi.GroupAction;
import org.liegg.groups.grammar.WholeNumbers;

/** A built-in type whose arguments are whole numbers: {@code name(n)} or {@code name(n,k)}. */
abstract class SizedProvider extends NamedProvider {
  private final int fewest;
  private final int most;
  private final Function<int[], GroupAction> maker;

  SizedProvider(String name, String usage, IntFunction<GroupAction> maker) {
    this(name, usage, 1, 1, sizes -> maker.apply(sizes[0]));
  }

  SizedProvider(
      String name, String usage, int fewest, int most, Function<int[], GroupAction> maker) {
    super(name, usage);
    this.fewest = fewest;
    this.most = most;
    this.maker = maker;
  }

  @Override
  public final GroupAction parse(List<String> arguments) {
    if (arguments.size() < fewest || arguments.size() > most) {
      throw wrong(arguments, "it takes %s, found %d".formatted(wanted(), arguments.size()));
    }
    return maker.apply(
        arguments.stream().mapToInt(argument -> whole(arguments, argument)).toArray());
  }

  private String wanted() {
    if (fewest == most) {
      return most == 1 ? "1 argument" : most + " arguments";
    }
    return "%d or %d arguments".formatted(fewest, most);
  }

  private int whole(List<String> arguments, String argument) {
    if (!WholeNumbers.isWhole(argument)) {
      throw wrong(arguments, "'%s' is not a whole number of at least 1".formatted(argument));
    }
    return WholeNumbers.parse(argument)
        .orElseThrow(() -> wrong(arguments, "%s is too large".formatted(argument)));
  }

  private ActionException wrong(List<String> arguments, String found) {
    return BuiltIn.wrong(this, arguments, found);
  }
}
