package org.liegg.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.liegg.api.Printable;
import org.liegg.api.report.Action;
import org.liegg.api.report.Generator;
import org.liegg.api.report.SymmetryReport;
import org.liegg.report.text.Numbers;

/** Generators as matrices side by side, or in a line where they have none or too large ones. */
final class GeneratorText {
  private static final int MOST = 12;
  private static final int WIDEST_MATRIX = 12;
  private static final int MAX_TERMS = 5;
  private static final int BETWEEN = 4;

  private final TextStyle style;
  private final MatrixText matrices;
  private final List<Generator> generators;
  private final Action action;

  GeneratorText(TextStyle style, SymmetryReport report) {
    this.style = style;
    this.matrices = new MatrixText(style);
    this.generators = report.generators();
    this.action = report.action();
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(style.bold("Generators") + style.dim(", smallest defect first"));
    List<Generator> shown = generators.subList(0, Math.min(MOST, generators.size()));
    List<Block> blocks =
        IntStream.range(0, shown.size()).mapToObj(i -> block(i, shown.get(i))).toList();
    lines.addAll(sideBySide(blocks));
    if (shown.stream().anyMatch(this::fits)) {
      lines.add("");
      lines.addAll(
          style.wrap(
              "  %s is less than 1 %% of the largest entry of its matrix."
                  .formatted(matrices.dot()),
              2));
    }
    if (generators.size() > shown.size()) {
      Generator last = generators.get(generators.size() - 1);
      lines.addAll(
          style.wrap(
              "  … and %s more, with defects up to %s; the JSON report holds them all."
                  .formatted(
                      Numbers.count(generators.size() - shown.size()),
                      Numbers.shown(last.defect())),
              2));
    }
    return lines;
  }

  /** Lines of equal width, plain for measuring and inked for showing. */
  private record Block(List<String> plain, List<String> inked) {
    int width() {
      return plain.stream().mapToInt(String::length).max().orElse(0);
    }
  }

  private Block block(int i, Generator generator) {
    String title =
        style.text(
            "%d  defect %s%s  variance %s"
                .formatted(
                    i + 1,
                    Numbers.shown(generator.defect()),
                    generator
                        .defectInterval()
                        .map(bounds -> " " + Numbers.interval(bounds))
                        .orElse(""),
                    Numbers.shown(generator.symmetryVariance())));
    List<String> plain = new ArrayList<>(List.of(title));
    List<String> inked = new ArrayList<>(List.of(style.dim(title)));
    if (fits(generator)) {
      for (String row : matrices.rows(generator.matrix().orElseThrow())) {
        plain.add(row);
        inked.add(row);
      }
    } else {
      String terms = terms(generator.coefficients());
      plain.add(terms);
      inked.add(terms);
    }
    return new Block(plain, inked);
  }

  private boolean fits(Generator generator) {
    return generator
        .matrix()
        .filter(matrix -> matrix.length > 0 && matrix.length <= WIDEST_MATRIX)
        .filter(matrix -> matrices.rows(matrix).stream().allMatch(row -> row.length() <= room()))
        .isPresent();
  }

  private int room() {
    return style.width() - 2;
  }

  private List<String> sideBySide(List<Block> blocks) {
    int width = blocks.stream().mapToInt(Block::width).max().orElse(0);
    int across = Math.max(1, (style.width() - 2 + BETWEEN) / (width + BETWEEN));
    List<String> lines = new ArrayList<>();
    for (int from = 0; from < blocks.size(); from += across) {
      List<Block> row = blocks.subList(from, Math.min(blocks.size(), from + across));
      if (from > 0) {
        lines.add("");
      }
      int height = row.stream().mapToInt(block -> block.plain().size()).max().orElse(0);
      for (int y = 0; y < height; y++) {
        StringBuilder line = new StringBuilder();
        int pending = 2;
        for (Block block : row) {
          String plain = y < block.plain().size() ? block.plain().get(y) : "";
          String inked = y < block.inked().size() ? block.inked().get(y) : "";
          if (!plain.isEmpty()) {
            line.append(" ".repeat(pending)).append(inked);
            pending = 0;
          }
          pending += width - plain.length() + BETWEEN;
        }
        lines.add(line.toString().stripTrailing());
      }
    }
    return lines;
  }

  private String terms(double[] coefficients) {
    List<Integer> order =
        IntStream.range(0, coefficients.length)
            .boxed()
            .filter(i -> coefficients[i] != 0)
            .sorted(Comparator.comparingDouble((Integer i) -> -Math.abs(coefficients[i])))
            .toList();
    String text = "0";
    for (int count = Math.min(MAX_TERMS, order.size()); count > 0; count--) {
      text = terms(coefficients, order, count);
      if (text.length() <= room()) {
        break;
      }
    }
    return text;
  }

  private String terms(double[] coefficients, List<Integer> order, int count) {
    StringBuilder text = new StringBuilder();
    for (int i : order.subList(0, count)) {
      double c = coefficients[i];
      String sign = text.isEmpty() ? (c < 0 ? "-" : "") : (c < 0 ? " - " : " + ");
      text.append(sign).append(Numbers.shown(Math.abs(c))).append(' ').append(name(i));
    }
    int rest = order.size() - count;
    return text + (rest > 0 ? " + %d smaller".formatted(rest) : "");
  }

  /** An action may be a plug-in's, and call its fields anything. */
  private String name(int field) {
    return style.text(Printable.text(action.fieldName(field)));
  }
}
