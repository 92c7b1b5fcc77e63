package org.liegg.groups.compose;

import java.util.Locale;
import java.util.Optional;
import org.liegg.api.ActionException;
import org.liegg.api.spi.GroupAction;

/**
 * Whether two actions are representations of one algebra in one basis, so that a coefficient can
 * mean field a of both: the map from one's fields to the other's keeps brackets.
 */
final class SameElement {
  private static final String CODE = "LIEGG-ACTION-SAME";

  /** Brackets that differ do so by about the fields themselves. */
  private static final double ROUNDING = 1e-10;

  private SameElement() {}

  /**
   * @throws ActionException with code {@code LIEGG-ACTION-SAME} if it is not so, or cannot be told
   */
  static void require(GroupAction input, GroupAction output) {
    if (input.dimension() != output.dimension()) {
      throw refused(
          input,
          output,
          "'%s' has %d fields, '%s' has %d: they are no representations of one algebra"
              .formatted(input.spec(), input.dimension(), output.spec(), output.dimension()));
    }
    String group = Representation.group(input).spec();
    if (input.dimension() > 0 && !group.equals(Representation.group(output).spec())) {
      requireBrackets(input, output);
    }
  }

  /** The same by the matrices alone, whatever the actions are made of. */
  static void requireBrackets(GroupAction input, GroupAction output) {
    StructureConstants of = constants(input, output, input);
    StructureConstants on = constants(input, output, output);
    for (int a = 0; a < input.dimension(); a++) {
      for (int b = a + 1; b < input.dimension(); b++) {
        double[] bracket = of.bracket(a, b);
        boolean closed = of.residual(a, b, bracket) <= ROUNDING;
        if (!closed || !(on.residual(a, b, bracket) <= ROUNDING)) {
          throw refused(
              input,
              output,
              "brackets differ: %s, but %s"
                  .formatted(said(input, of, a, b), said(output, on, a, b)));
        }
      }
    }
  }

  private static StructureConstants constants(
      GroupAction input, GroupAction output, GroupAction side) {
    if (!StructureConstants.isFeasible(side)) {
      throw refused(
          input,
          output,
          "'%s' has too many fields (%d) for their brackets to be compared"
              .formatted(side.spec(), side.dimension()));
    }
    Optional<StructureConstants> found = StructureConstants.of(side);
    return found.orElseThrow(
        () ->
            refused(
                input,
                output,
                "'%s' has no matrices to compare brackets by".formatted(side.spec())));
  }

  private static String said(GroupAction action, StructureConstants constants, int a, int b) {
    double[] bracket = constants.bracket(a, b);
    String value =
        constants.residual(a, b, bracket) <= ROUNDING
            ? combination(action, bracket)
            : "no combination of its fields";
    return "[%s, %s] is %s in '%s'"
        .formatted(action.fieldName(a), action.fieldName(b), value, action.spec());
  }

  private static String combination(GroupAction action, double[] coefficients) {
    StringBuilder text = new StringBuilder();
    for (int c = 0; c < coefficients.length; c++) {
      double size = Math.abs(coefficients[c]);
      if (size > ROUNDING) {
        boolean minus = coefficients[c] < 0;
        text.append(text.isEmpty() ? (minus ? "−" : "") : minus ? " − " : " + ");
        text.append(
            Math.abs(size - 1) <= ROUNDING ? "" : String.format(Locale.ROOT, "%.3g ", size));
        text.append(action.fieldName(c));
      }
    }
    return text.isEmpty() ? "0" : text.toString();
  }

  private static ActionException refused(GroupAction input, GroupAction output, String found) {
    return new ActionException(
        CODE,
        "'%s->same(%s)'".formatted(input.spec(), output.spec()),
        found,
        "name copies, tensors or the dual of '%s', or leave the two free of each other: '%s->%s'"
            .formatted(Representation.group(input).spec(), input.spec(), output.spec()));
  }
}
