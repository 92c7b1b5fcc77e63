package org.liegg.groups.provider;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.liegg.api.spi.GroupAction;
import org.liegg.groups.Actions;
import org.liegg.groups.grammar.WholeNumbers;
import org.liegg.groups.window.WindowAction;

/** Names actions on windows of time series in the grammar. */
public final class WindowProviders {
  private static final Pattern SIZE = Pattern.compile("([0-9]{1,7})(?:x([0-9]{1,6}))?");

  private WindowProviders() {}

  /** {@code name(TxC)}, {@code name(TxC,degree)}, each with a filter behind. */
  abstract static class OnWindows extends NamedProvider {
    private final boolean mixing;

    OnWindows(String name, String what, boolean mixing) {
      super(
          name,
          ("%1$s(T) or %1$s(TxC): %2$s on windows of T steps of C channels; behind the size a"
                  + " degree of warps of time, 1 for shift and scaling, and a derivative filter as"
                  + " for image")
              .formatted(name, what));
      this.mixing = mixing;
    }

    @Override
    public final GroupAction parse(List<String> arguments) {
      Matcher size = SIZE.matcher(arguments.isEmpty() ? "" : arguments.get(0));
      if (!size.matches()) {
        throw BuiltIn.wrong(
            this, arguments, "'%s' is no size of a window".formatted(size(arguments)));
      }
      List<String> filter = new ArrayList<>(arguments);
      int degree = 1;
      if (arguments.size() > 1 && WholeNumbers.isWhole(arguments.get(1))) {
        degree = WholeNumbers.parse(filter.remove(1)).orElse(Integer.MAX_VALUE);
      }
      return Actions.window(
          new WindowAction.Shape(
              Integer.parseInt(size.group(1)),
              Optional.ofNullable(size.group(2)).map(Integer::parseInt).orElse(1),
              degree,
              mixing,
              FilterArguments.parse(this, filter)));
    }

    private static String size(List<String> arguments) {
      return arguments.isEmpty() ? "" : arguments.get(0);
    }
  }

  /** Names the changes of time of {@link Actions#window} in the grammar. */
  public static final class Time extends OnWindows {

    /** For {@link java.util.ServiceLoader}. */
    public Time() {
      super("time", "changes of time", false);
    }
  }

  /** Names changes of time and maps of the channels in the grammar. */
  public static final class Signal extends OnWindows {

    /** For {@link java.util.ServiceLoader}. */
    public Signal() {
      super("signal", "changes of time and affine maps of the channels", true);
    }
  }
}
