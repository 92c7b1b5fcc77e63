package org.liegg.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.liegg.api.report.Algebra;
import org.liegg.api.report.Form;
import org.liegg.api.report.FormKind;
import org.liegg.report.text.Numbers;

/** What the generators are together: the name, why it was given, and what the algebra keeps. */
record AlgebraText(TextStyle style, Algebra algebra) {
  private static final String TITLE = "Algebra";
  private static final int MAX_FORMS = 3;
  private static final int WIDEST_MATRIX = 6;
  private static final int WIDEST_DIAGONAL = 12;
  private static final double NEGLIGIBLE = 0.01;

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    String others =
        algebra.isomorphicTo().isEmpty()
            ? ""
            : ", the same as " + String.join(", ", algebra.isomorphicTo());
    List<String> heading =
        style.wrap(
            algebra.identified()
                ? "%s %s, dimension %d%s"
                    .formatted(TITLE, algebra.name(), algebra.dimension(), others)
                : "%s %s".formatted(TITLE, algebra.name()),
            2);
    lines.add(style.bold(TITLE) + heading.get(0).substring(TITLE.length()));
    lines.addAll(heading.subList(1, heading.size()));
    algebra.evidence().forEach(sentence -> lines.addAll(style.wrap("  " + sentence, 4)));
    algebra.killingSignature().ifPresent(signature -> lines.addAll(structure(signature)));
    algebra.invariantForms().stream().limit(MAX_FORMS).forEach(form -> lines.addAll(form(form)));
    int rest = algebra.invariantForms().size() - MAX_FORMS;
    if (rest > 0) {
      lines.addAll(style.wrap("  … and %s; the JSON report holds them.".formatted(more(rest)), 2));
    }
    return lines;
  }

  private static String more(int forms) {
    return forms == 1 ? "one more form" : "%d more forms".formatted(forms);
  }

  private List<String> structure(int[] killing) {
    return style.wrap(
        "  Killing form of signature %s%s%s"
            .formatted(
                signature(killing),
                algebra
                    .derivedDimensions()
                    .map(derived -> "; derived algebras of dimension " + joined(derived))
                    .orElse(""),
                algebra.centerDimension().map(center -> "; center " + center).orElse("")),
        4);
  }

  private List<String> form(Form form) {
    double[][] matrix = form.matrix();
    String kind =
        "  keeps %s form of signature %s"
            .formatted(
                form.kind() == FormKind.SYMMETRIC ? "a symmetric" : "an antisymmetric",
                signature(form.signature()));
    Optional<String> diagonal = diagonal(matrix);
    if (diagonal.isPresent()) {
      return style.wrap(kind + ": " + diagonal.get(), 4);
    }
    List<String> lines = new ArrayList<>(style.wrap(kind, 4));
    if (matrix.length <= WIDEST_MATRIX) {
      new MatrixText(style).rows(matrix).forEach(row -> lines.add(("   " + row).stripTrailing()));
    }
    return lines;
  }

  private static Optional<String> diagonal(double[][] matrix) {
    boolean isDiagonal =
        matrix.length <= WIDEST_DIAGONAL
            && IntStream.range(0, matrix.length)
                .allMatch(
                    i ->
                        IntStream.range(0, matrix[i].length)
                            .allMatch(j -> i == j || Math.abs(matrix[i][j]) < NEGLIGIBLE));
    return isDiagonal
        ? Optional.of(
            IntStream.range(0, matrix.length)
                .mapToObj(i -> entry(matrix[i][i]))
                .collect(Collectors.joining(", ", "diag(", ")")))
        : Optional.empty();
  }

  private static String entry(double value) {
    long whole = Math.round(value);
    return Math.abs(value - whole) < 1e-9 ? Long.toString(whole) : Numbers.shown(value);
  }

  private static String signature(int[] counts) {
    return "(%d,%d,%d)".formatted(counts[0], counts[1], counts[2]);
  }

  private static String joined(int[] dimensions) {
    return Arrays.stream(dimensions).mapToObj(Integer::toString).collect(Collectors.joining(", "));
  }
}
