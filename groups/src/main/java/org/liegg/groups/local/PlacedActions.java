package org.liegg.groups.local;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.liegg.api.ActionException;
import org.liegg.api.Monomials;
import org.liegg.api.spi.GroupAction;
import org.liegg.groups.field.ActionLimits;

/** Polynomial actions on chosen inputs, on the same inputs, and with coefficients that vary. */
public final class PlacedActions {
  private static final String CODE = "LIEGG-ACTION-ARGUMENT";

  private PlacedActions() {}

  /**
   * An action on chosen ones of n inputs: {@code at(so(2),4,1,3)} turns x1 towards x3. As many
   * times as many inputs as the action has are as many blocks, on which the same element acts.
   *
   * @param inputs which, counted from 1, in the order of the action's own
   * @throws ActionException if they do not fit
   */
  public static GroupAction at(GroupAction action, int n, int... inputs) {
    String spec = "at(%s,%d,%s)".formatted(action.spec(), n, text(inputs));
    requireInputs(spec, n, inputs);
    int size = action.inputSize();
    if (inputs.length % size != 0) {
      throw new ActionException(
          CODE,
          "'%s'".formatted(spec),
          "%d inputs are named, '%s' acts on %d".formatted(inputs.length, action.spec(), size),
          "name %d of them, or several times as many for copies".formatted(size));
    }
    for (int from = 0; from < inputs.length; from += size) {
      requireDifferent(spec, Arrays.copyOfRange(inputs, from, from + size));
    }
    requireRoom(spec, action, n);
    return PolynomialAction.of(
        spec,
        n,
        IntStream.range(0, action.dimension())
            .mapToObj(a -> placed(PolynomialField.of(action, a), n, size, inputs))
            .toList());
  }

  /** A field on every block of some inputs at once. */
  static PolynomialField placed(PolynomialField field, int n, int size, int... inputs) {
    return IntStream.range(0, inputs.length / size)
        .mapToObj(block -> field.placed(n, i -> inputs[block * size + i] - 1))
        .reduce(PolynomialField::plus)
        .orElseThrow();
  }

  /**
   * Several actions on the same inputs: the fields of the first, then those of the next, without
   * those that are combinations of fields before them.
   *
   * @throws ActionException if there is none, or they act on different numbers of inputs
   */
  public static GroupAction join(List<GroupAction> actions) {
    String spec =
        "join(%s)".formatted(actions.stream().map(GroupAction::spec).collect(joining(",")));
    if (actions.isEmpty()) {
      throw new ActionException(
          CODE, "'%s'".formatted(spec), "no action is named", "name at least one");
    }
    int n = actions.get(0).inputSize();
    List<PolynomialField> fields = new ArrayList<>();
    for (int k = 0; k < actions.size(); k++) {
      GroupAction action = actions.get(k);
      if (action.inputSize() != n) {
        throw new ActionException(
            CODE,
            "'%s'".formatted(spec),
            "'%s' acts on %d inputs, '%s' on %d"
                .formatted(actions.get(0).spec(), n, action.spec(), action.inputSize()),
            "name actions on the same inputs, as at(A,%d,…) and A+none(…) are".formatted(n));
      }
      requireRoom(spec, action, n);
      for (int a = 0; a < action.dimension(); a++) {
        fields.add(
            PolynomialField.of(action, a).named("%d:%s".formatted(k + 1, action.fieldName(a))));
      }
    }
    return PolynomialAction.of(spec, n, fields);
  }

  /**
   * An action whose coefficients are polynomials of chosen inputs s, a local symmetry of the form
   * {@code v(x) = Σ_a Σ_α c_aα s^α v_a(x)}: for every field the monomials by degree, then
   * lexicographically, without fields that are combinations of fields before them.
   *
   * @param degree of the polynomials, at least 1
   * @param inputs which are s, counted from 1
   * @throws ActionException if they do not fit, or there is too much of it
   */
  public static GroupAction local(GroupAction action, int degree, int... inputs) {
    String spec = "local(%s,%d,%s)".formatted(action.spec(), degree, text(inputs));
    int n = action.inputSize();
    requireInputs(spec, n, inputs);
    requireDifferent(spec, inputs);
    if (degree < 1) {
      throw new ActionException(
          CODE,
          "'%s'".formatted(spec),
          "the degree is %d".formatted(degree),
          "ask for at least 1, which is coefficients that are linear in the inputs");
    }
    long monomials = ActionLimits.choose(inputs.length, degree);
    requireRoom(
        spec,
        ActionLimits.times(monomials, action.dimension()),
        ActionLimits.times(monomials, action.fields().values().length),
        n);
    Monomials powers = Monomials.upTo(inputs.length, degree);
    List<PolynomialField> fields = new ArrayList<>();
    for (int a = 0; a < action.dimension(); a++) {
      PolynomialField field = PolynomialField.of(action, a);
      for (int[] small : powers.exponents()) {
        fields.add(times(field, n, inputs, small));
      }
    }
    return PolynomialAction.of(spec, n, fields);
  }

  private static PolynomialField times(PolynomialField field, int n, int[] inputs, int[] small) {
    int[] powers = new int[n];
    for (int i = 0; i < inputs.length; i++) {
      powers[inputs[i] - 1] = small[i];
    }
    String factor = new Monomials(n, List.of(powers)).name(0);
    return field
        .times(powers)
        .named(factor.equals("1") ? field.name() : "%s·%s".formatted(factor, field.name()));
  }

  private static void requireInputs(String spec, int n, int... inputs) {
    if (inputs.length == 0) {
      throw new ActionException(
          CODE, "'%s'".formatted(spec), "no input is named", "name inputs, counted from 1");
    }
    for (int input : inputs) {
      if (input < 1 || input > n) {
        throw new ActionException(
            CODE,
            "'%s'".formatted(spec),
            "there is no input %d of %d".formatted(input, n),
            "inputs count from 1");
      }
    }
  }

  private static void requireDifferent(String spec, int... inputs) {
    for (int i = 0; i < inputs.length; i++) {
      for (int j = 0; j < i; j++) {
        if (inputs[i] == inputs[j]) {
          throw new ActionException(
              CODE,
              "'%s'".formatted(spec),
              "input %d is named twice".formatted(inputs[i]),
              "name different inputs");
        }
      }
    }
  }

  private static void requireRoom(String spec, GroupAction action, int n) {
    requireRoom(spec, action.dimension(), action.fields().values().length, n);
  }

  /** Every entry keeps the exponents of all inputs while fields are compared. */
  private static void requireRoom(String spec, long fields, long entries, int n) {
    ActionLimits.entries(spec, fields, ActionLimits.times(entries, n));
  }

  private static String text(int... inputs) {
    return Arrays.stream(inputs).mapToObj(Integer::toString).collect(joining(","));
  }
}
