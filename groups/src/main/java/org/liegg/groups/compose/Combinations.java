package org.liegg.groups.compose;

import java.util.ArrayList;
import java.util.List;
import org.liegg.api.ActionException;
import org.liegg.api.spi.GroupAction;
import org.liegg.groups.field.ActionLimits;

/** Makes actions out of others: copies, direct sums, and pairs of one on inputs and outputs. */
public final class Combinations {

  private Combinations() {}

  /**
   * The same group element on each of several consecutive blocks.
   *
   * @throws ActionException if there are fewer than one or too many, or the action is a sum, whose
   *     copies the grammar has no name for
   */
  public static GroupAction copies(GroupAction action, int copies) {
    if (copies < 1) {
      throw new ActionException(
          "LIEGG-ACTION-ARGUMENT",
          "'%s^%d'".formatted(action.spec(), copies),
          "there are %d copies".formatted(copies),
          "ask for at least 1");
    }
    requireInputsAlone(action);
    if (copies == 1) {
      return action;
    }
    if (action instanceof SumAction) {
      throw new ActionException(
          "LIEGG-ACTION-ARGUMENT",
          "copies of '%s'".formatted(action.spec()),
          "the action is a direct sum, and the grammar has no brackets",
          "take copies of its terms, or of a group that acts on the whole block");
    }
    if (action instanceof CopiesAction inner) {
      long all = (long) inner.copies() * copies;
      return new CopiesAction(
          inner.one(), ActionLimits.size(inner.one().spec() + "^" + all, "copies", all));
    }
    return new CopiesAction(action, copies);
  }

  /**
   * The direct sum: every action on its own consecutive block. Sums of sums are sums.
   *
   * @throws IllegalArgumentException if there is no action
   * @throws ActionException if the whole is too large
   */
  public static GroupAction sum(List<GroupAction> actions) {
    if (actions.size() == 1) {
      return actions.get(0);
    }
    List<GroupAction> terms = new ArrayList<>();
    for (GroupAction action : actions) {
      requireInputsAlone(action);
      if (action instanceof SumAction sum) {
        terms.addAll(sum.terms());
      } else {
        terms.add(action);
      }
    }
    if (terms.isEmpty()) {
      throw new IllegalArgumentException("a sum of no actions");
    }
    return new SumAction(terms);
  }

  /**
   * {@code A -> B}, elements of two groups that are free of each other.
   *
   * @throws ActionException if one of them is an equivariance itself, or the whole is too large
   */
  public static GroupAction equivariance(GroupAction input, GroupAction output) {
    return new FreeEquivariance(requireInputsAlone(input), requireInputsAlone(output));
  }

  /**
   * {@code A -> same}, one element on the input and on as many blocks of the output as there are.
   *
   * @throws ActionException if the action is an equivariance itself
   */
  public static GroupAction equivariance(GroupAction both) {
    return SameEquivariance.of(requireInputsAlone(both));
  }

  /**
   * {@code A -> same(B)}, one element in two representations.
   *
   * @throws ActionException if one of them is an equivariance itself, or the fields do not have the
   *     same brackets: {@code LIEGG-ACTION-SAME}
   */
  public static GroupAction equivarianceOfOne(GroupAction input, GroupAction output) {
    return SameEquivariance.of(requireInputsAlone(input), requireInputsAlone(output));
  }

  /**
   * {@code A -> bracket}, symmetries of a motion dx/dt = F(x).
   *
   * @throws ActionException if the action is an equivariance itself, or its fields are no
   *     polynomials
   */
  public static GroupAction bracket(GroupAction positions) {
    return new BracketAction(requireInputsAlone(positions));
  }

  /** An action on inputs alone, as terms and sides are. */
  private static GroupAction requireInputsAlone(GroupAction action) {
    if (action.equivariant()) {
      throw new ActionException(
          "LIEGG-ACTION-ARGUMENT",
          "'%s'".formatted(action.spec()),
          "it acts on outputs already",
          "name an action on the inputs alone");
    }
    return action;
  }
}
