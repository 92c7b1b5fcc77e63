package org.liegg.report.generators;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.liegg.api.report.readable.Component;
import org.liegg.api.report.readable.Loss;
import org.liegg.api.report.readable.OneParameter;
import org.liegg.api.report.readable.Quadric;
import org.liegg.api.report.readable.ReadableField;
import org.liegg.api.report.readable.ReadableGenerators;
import org.liegg.api.report.readable.Scalings;
import org.liegg.api.report.readable.Value;
import org.liegg.report.text.Numbers;

/** Readable generators in words. */
public final class ReadableText {
  private final ReadableGenerators generators;
  private final List<String> names;

  private ReadableText(ReadableGenerators generators, List<String> names) {
    this.generators = generators;
    this.names = names;
  }

  /**
   * The text, a line each, ending with a line feed.
   *
   * @param inputs names of the inputs; others are taken where these are not as many
   * @param count how many inputs there are
   */
  public static String of(ReadableGenerators generators, List<String> inputs, int count) {
    return new ReadableText(generators, InputNames.of(inputs, count)).text();
  }

  private String text() {
    List<String> lines = new ArrayList<>();
    lines.add("Generators, " + exactness());
    for (int i = 0; i < generators.fields().size(); i++) {
      ReadableField field = generators.fields().get(i);
      lines.add("  %d  %s%s".formatted(i + 1, field(field), type(field)));
    }
    lines.add("  " + loss(generators.loss()));
    if (!generators.conserved().isEmpty()) {
      lines.add("Kept by all of them");
      generators.conserved().forEach(quadric -> lines.add("  " + quadric(quadric)));
    }
    generators.scalings().ifPresent(scalings -> scalings(scalings, lines));
    return String.join("\n", lines) + "\n";
  }

  private String exactness() {
    return switch (generators.exact()) {
      case "closure" -> "exact as an algebra that is closed next to what was learned";
      case "noise" -> "exact numbers where chance does not explain them";
      default -> "numbers known up to noise";
    };
  }

  private String field(ReadableField field) {
    StringBuilder text = new StringBuilder();
    for (Component component : field.components()) {
      String sum = Notation.TEXT.sum(component.terms(), names);
      String single = component.terms().size() > 1 ? "(" + sum + ")" : sum;
      String moved = "∂" + names.get(component.input() - 1);
      String part =
          single.equals("1") ? moved : single.equals("-1") ? "-" + moved : single + " " + moved;
      if (text.isEmpty()) {
        text.append(part);
      } else {
        text.append(part.startsWith("-") ? " - " + part.substring(1) : " + " + part);
      }
    }
    return text.isEmpty() ? "0" : text.toString();
  }

  private String type(ReadableField field) {
    return field.type().map(this::type).map(text -> ": " + text).orElse("");
  }

  private String type(OneParameter type) {
    StringBuilder text = new StringBuilder(type.kind());
    type.period().ifPresent(period -> text.append(", period ").append(number(period)));
    if (!type.rates().isEmpty()) {
      text.append(", rates ")
          .append(type.rates().stream().map(this::number).collect(Collectors.joining(", ")));
    }
    type.fixedPoint()
        .ifPresent(
            point ->
                text.append(", about ")
                    .append(
                        point.stream()
                            .map(this::number)
                            .collect(Collectors.joining(", ", "(", ")"))));
    return text.toString();
  }

  private String number(Value value) {
    return Notation.TEXT.number(value);
  }

  private String quadric(Quadric quadric) {
    return Notation.TEXT.sum(quadric.terms(), Notation.TEXT.shifted(names, quadric.center()));
  }

  private static String loss(Loss loss) {
    String angle =
        "%s° from what was learned, which may be %s° off"
            .formatted(Numbers.shown(loss.angle()), Numbers.shown(loss.noise()));
    return loss.defect().isEmpty()
        ? angle
        : "%s; largest defect %s, learned %s"
            .formatted(
                angle,
                Numbers.shown(loss.defect().get()),
                loss.learned().map(Numbers::shown).orElse("?"));
  }

  private void scalings(Scalings scalings, List<String> lines) {
    lines.add("Scalings");
    for (int[] exponents : scalings.exponents()) {
      lines.add(
          "  "
              + IntStream.range(0, exponents.length)
                  .filter(i -> exponents[i] != 0)
                  .mapToObj(
                      i ->
                          "%s → %s %s"
                              .formatted(
                                  names.get(i),
                                  Notation.TEXT.power("λ", exponents[i]),
                                  names.get(i)))
                  .collect(Collectors.joining(", ")));
    }
    lines.add("Π groups");
    for (int[] exponents : scalings.groups()) {
      lines.add("  " + quotient(exponents));
    }
    if (scalings.groups().isEmpty()) {
      lines.add("  none: only constants keep all scalings");
    }
  }

  private String quotient(int[] exponents) {
    String above = product(exponents, 1);
    String below = product(exponents, -1);
    long factors = IntStream.of(exponents).filter(e -> e < 0).count();
    String top = above.isEmpty() ? "1" : above;
    return below.isEmpty() ? top : top + " / " + (factors > 1 ? "(" + below + ")" : below);
  }

  private String product(int[] exponents, int sign) {
    return IntStream.range(0, exponents.length)
        .filter(i -> sign * exponents[i] > 0)
        .mapToObj(i -> Notation.TEXT.power(names.get(i), sign * exponents[i]))
        .collect(Collectors.joining(" "));
  }
}
