package org.liegg.report.generators;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.liegg.api.report.readable.Component;
import org.liegg.api.report.readable.ReadableField;
import org.liegg.api.report.readable.ReadableGenerators;

/** Readable generators as a Python program for SymPy. */
public final class ReadableSympy {
  private ReadableSympy() {}

  /**
   * The program: {@code inputs}, {@code generators} as columns of velocities, and {@code
   * conserved}.
   *
   * @param inputs names of the inputs; others are taken where these are not as many
   * @param count how many inputs there are
   */
  public static String of(ReadableGenerators generators, List<String> inputs, int count) {
    List<String> names =
        InputNames.of(inputs, count).stream().map(ReadableSympy::identifier).toList();
    List<String> lines = new ArrayList<>();
    lines.add("from sympy import Integer, Matrix, pi, sqrt, symbols");
    lines.add("");
    lines.add(
        "inputs = %s = symbols('%s', real=True, seq=True)"
            .formatted(String.join(", ", names) + ",", String.join(" ", names)));
    lines.add("generators = [");
    for (ReadableField field : generators.fields()) {
      List<String> velocities = new ArrayList<>();
      for (int i = 1; i <= count; i++) {
        int input = i;
        velocities.add(
            field.components().stream()
                .filter(component -> component.input() == input)
                .map(component -> component(component, names))
                .findFirst()
                .orElse("0"));
      }
      lines.add("    Matrix([%s]),".formatted(String.join(", ", velocities)));
    }
    lines.add("]");
    lines.add("conserved = [");
    generators
        .conserved()
        .forEach(
            kept ->
                lines.add(
                    "    %s,"
                        .formatted(
                            Notation.SYMPY.sum(
                                kept.terms(), Notation.SYMPY.shifted(names, kept.center())))));
    lines.add("]");
    return String.join("\n", lines) + "\n";
  }

  private static String component(Component component, List<String> names) {
    return Notation.SYMPY.sum(component.terms(), Notation.SYMPY.shifted(names, Optional.empty()));
  }

  /** Names that mean something in the program or in Python get a tail. */
  private static String identifier(String name) {
    return KNOWN.contains(name) ? name + "_" : name;
  }

  private static final List<String> KNOWN =
      List.of(
          "Integer",
          "Matrix",
          "pi",
          "sqrt",
          "symbols",
          "inputs",
          "generators",
          "conserved",
          "and",
          "as",
          "assert",
          "async",
          "await",
          "break",
          "class",
          "continue",
          "def",
          "del",
          "elif",
          "else",
          "except",
          "finally",
          "for",
          "from",
          "global",
          "if",
          "import",
          "in",
          "is",
          "lambda",
          "nonlocal",
          "not",
          "or",
          "pass",
          "raise",
          "return",
          "try",
          "while",
          "with",
          "yield",
          "None",
          "True",
          "False");
}
