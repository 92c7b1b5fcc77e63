package org.liegg.groups;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.liegg.api.ActionException;
import org.liegg.api.spi.GroupAction;
import org.liegg.groups.compose.CopiesAction;
import org.liegg.groups.compose.EquivarianceAction;
import org.liegg.groups.compose.SameEquivariance;
import org.liegg.groups.compose.SumAction;

/** Whether an action acts on what a model has, and the action that does. */
public final class ActionFit {
  private static final Pattern SIZED =
      Pattern.compile("([a-z][a-z0-9-]*)\\((\\d+)\\)(?:\\^(\\d+))?");

  private ActionFit() {}

  /**
   * Refuses an action that does not fit.
   *
   * @param inputSize d, inputs of the model
   * @throws ActionException with code {@code LIEGG-ACTION-SIZE}, both numbers and actions that
   *     would fit; with {@code LIEGG-ACTION-EMPTY} if it has no field
   */
  public static void check(GroupAction action, int inputSize) {
    if (action.dimension() == 0) {
      throw new ActionException(
          "LIEGG-ACTION-EMPTY",
          "action '%s'".formatted(action.spec()),
          "it has no fields: there is nothing to look for",
          "put a group on some of the inputs, e.g. 'gl(%d)'; none(n) stands beside others"
              .formatted(inputSize));
    }
    if (action.inputSize() == inputSize) {
      return;
    }
    throw new ActionException(
        "LIEGG-ACTION-SIZE",
        "action '%s'".formatted(action.spec()),
        "it acts on %d inputs, the model has %d".formatted(action.inputSize(), inputSize),
        "try '%s'".formatted(String.join("' or '", suggestions(action, inputSize))));
  }

  /**
   * The action on the inputs and outputs of a model: what everything about that model uses from
   * there on.
   *
   * @param inputSize d, inputs of the model
   * @param outputSize k, outputs of the model
   * @throws ActionException as {@link #check}, and with code {@code LIEGG-ACTION-OUTPUTS} if it
   *     does not act on so many outputs
   */
  public static GroupAction bind(GroupAction action, int inputSize, int outputSize) {
    check(action, inputSize);
    return action.boundTo(outputSize);
  }

  private static Set<String> suggestions(GroupAction action, int inputs) {
    Set<String> found = new LinkedHashSet<>();
    Matcher sized = SIZED.matcher(action.spec());
    if (sized.matches()) {
      String name = sized.group(1);
      int copies = Optional.ofNullable(sized.group(3)).map(Integer::parseInt).orElse(1);
      int block = action.inputSize() / copies;
      // Only where n is the size of a block is it known what another n would act on.
      boolean sizeIsArgument = sized.group(2).equals(Integer.toString(block));
      if (inputs % block == 0) {
        found.add("%s(%s)%s".formatted(name, sized.group(2), power(inputs / block)));
      }
      boolean exists = inputs / copies >= 2 && (!name.equals("sp") || inputs / copies % 2 == 0);
      if (sizeIsArgument && inputs % copies == 0 && exists) {
        found.add("%s(%d)%s".formatted(name, inputs / copies, power(copies)));
      }
    } else if (inputs > action.inputSize() && !action.equivariant()) {
      found.add("%s+gl(%d)".formatted(action.spec(), inputs - action.inputSize()));
    }
    if (action instanceof SameEquivariance same && same.other().isPresent()) {
      GroupAction one = same.input() instanceof CopiesAction copies ? copies.one() : same.input();
      if (inputs % one.inputSize() == 0 && !(one instanceof SumAction)) {
        String other = "->same(%s)".formatted(same.other().get().spec());
        found.add(one.spec() + power(inputs / one.inputSize()) + other);
      }
      found.add("gl(%d)->gl(%d)".formatted(inputs, same.other().get().inputSize()));
      return found;
    }
    String output = action instanceof EquivarianceAction pairs ? pairs.outputSpec() : "";
    found.add("gl(%d)%s".formatted(inputs, output));
    return found;
  }

  private static String power(int copies) {
    return copies == 1 ? "" : "^" + copies;
  }
}
