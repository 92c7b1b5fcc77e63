package org.liegg.groups.provider;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.liegg.api.spi.GroupAction;
import org.liegg.groups.Actions;
import org.liegg.groups.grammar.WholeNumbers;

/** Names actions on chosen inputs and with varying coefficients in the grammar. */
public final class PlacedProviders {

  private PlacedProviders() {}

  /** Arguments from one on, as whole numbers. */
  private static int[] whole(OfAction provider, List<String> arguments, int from) {
    return arguments.stream()
        .skip(from)
        .mapToInt(
            argument -> {
              if (!WholeNumbers.isWhole(argument) || argument.length() > 9) {
                throw BuiltIn.wrong(
                    provider, arguments, "'%s' is no whole number".formatted(argument));
              }
              return Integer.parseInt(argument);
            })
        .toArray();
  }

  private static void requireThree(OfAction provider, List<String> arguments) {
    if (arguments.size() < 3) {
      throw BuiltIn.wrong(
          provider,
          arguments,
          "it takes 3 arguments or more, found %d".formatted(arguments.size()));
    }
  }

  private static int[] behind(int... numbers) {
    return Arrays.copyOfRange(numbers, 1, numbers.length);
  }

  /** Names {@link Actions#at} in the grammar. */
  public static final class At extends OfAction {

    /** For {@link java.util.ServiceLoader}. */
    public At() {
      super(
          "at",
          "at(A,n,i): a linear, affine or polynomial action A on chosen ones of n inputs, e.g."
              + " 'at(so(2),4,1,3)'; on several blocks where there are more");
    }

    @Override
    public GroupAction parse(List<String> arguments, Function<String, GroupAction> actions) {
      requireThree(this, arguments);
      int[] numbers = whole(this, arguments, 1);
      return Actions.at(actions.apply(arguments.get(0)), numbers[0], behind(numbers));
    }
  }

  /** Names {@link Actions#join} in the grammar. */
  public static final class Join extends OfAction {

    /** For {@link java.util.ServiceLoader}. */
    public Join() {
      super("join", "join(A,B): the fields of several actions, all on the same inputs");
    }

    @Override
    public GroupAction parse(List<String> arguments, Function<String, GroupAction> actions) {
      return Actions.join(arguments.stream().map(actions).toList());
    }
  }

  /** Names {@link Actions#local} in the grammar. */
  public static final class Local extends OfAction {

    /** For {@link java.util.ServiceLoader}. */
    public Local() {
      super(
          "local",
          "local(A,degree,i): A with coefficients that are polynomials of chosen inputs, e.g."
              + " 'local(so(2)+none(1),2,3)'");
    }

    @Override
    public GroupAction parse(List<String> arguments, Function<String, GroupAction> actions) {
      requireThree(this, arguments);
      int[] numbers = whole(this, arguments, 1);
      return Actions.local(actions.apply(arguments.get(0)), numbers[0], behind(numbers));
    }
  }

  /** Names {@link Actions#gauge} in the grammar. */
  public static final class Gauge extends NamedProvider {
    private static final String MATTER = "matter";
    private static final Pattern SIZE = Pattern.compile("([0-9]{1,6})x([0-9]{1,6})");

    /** For {@link java.util.ServiceLoader}. */
    public Gauge() {
      super(
          "gauge",
          "gauge(HxW) or gauge(HxW,matter): a phase a site on the links of a periodic lattice, and"
              + " on matter at its sites");
    }

    @Override
    public GroupAction parse(List<String> arguments) {
      boolean matter = arguments.size() == 2 && arguments.get(1).equals(MATTER);
      if (arguments.size() != (matter ? 2 : 1)) {
        throw BuiltIn.wrong(
            this, arguments, "it takes a size, or a size and '%s'".formatted(MATTER));
      }
      Matcher size = SIZE.matcher(arguments.get(0));
      if (!size.matches()) {
        throw BuiltIn.wrong(
            this, arguments, "'%s' is no size of a lattice".formatted(arguments.get(0)));
      }
      return Actions.gauge(
          Integer.parseInt(size.group(1)), Integer.parseInt(size.group(2)), matter);
    }
  }
}
