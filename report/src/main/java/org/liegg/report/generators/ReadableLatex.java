package org.liegg.report.generators;

import java.util.ArrayList;
import java.util.List;
import org.liegg.api.report.readable.Component;
import org.liegg.api.report.readable.ReadableField;
import org.liegg.api.report.readable.ReadableGenerators;

/** Readable generators as LaTeX: an align environment of amsmath. */
public final class ReadableLatex {
  private ReadableLatex() {}

  /**
   * The environment, ending with a line feed.
   *
   * @param inputs names of the inputs; others are taken where these are not as many
   * @param count how many inputs there are
   */
  public static String of(ReadableGenerators generators, List<String> inputs, int count) {
    List<String> names = InputNames.of(inputs, count);
    List<String> written = names.stream().map(Notation.LATEX::name).toList();
    List<String> lines = new ArrayList<>();
    for (ReadableField field : generators.fields()) {
      lines.add("  v_{%d} &= %s".formatted(lines.size() + 1, field(field, written)));
    }
    int quadric = 0;
    for (var kept : generators.conserved()) {
      lines.add(
          "  q_{%d} &= %s"
              .formatted(
                  ++quadric,
                  Notation.LATEX.sum(kept.terms(), Notation.LATEX.shifted(names, kept.center()))));
    }
    return "\\begin{align*}\n" + String.join(" \\\\\n", lines) + "\n\\end{align*}\n";
  }

  private static String field(ReadableField field, List<String> names) {
    StringBuilder text = new StringBuilder();
    for (Component component : field.components()) {
      String sum = Notation.LATEX.sum(component.terms(), names);
      text.append(text.isEmpty() ? "" : " + ");
      text.append(
          "%s \\, \\partial_{%s}"
              .formatted(
                  component.terms().size() > 1 || (sum.startsWith("-") && !text.isEmpty())
                      ? "\\left(" + sum + "\\right)"
                      : sum,
                  names.get(component.input() - 1)));
    }
    return text.isEmpty() ? "0" : text.toString();
  }
}
