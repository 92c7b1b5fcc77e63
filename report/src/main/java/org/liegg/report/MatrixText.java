package org.liegg.report;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.liegg.report.text.Numbers;

/** Matrices with three significant digits of the largest entry; what is negligible is a dot. */
final class MatrixText {
  private static final double NEGLIGIBLE = 0.01;

  private final TextStyle style;

  MatrixText(TextStyle style) {
    this.style = style;
  }

  String dot() {
    return style.either("·", ".");
  }

  /** Right-aligned cells with three significant digits of the largest; the negligible as dots. */
  List<String> rows(double[][] matrix) {
    double largest =
        Arrays.stream(matrix).flatMapToDouble(Arrays::stream).map(Math::abs).max().orElse(0);
    int decimals = Numbers.decimals(largest);
    List<List<String>> cells =
        Arrays.stream(matrix)
            .map(
                row ->
                    Arrays.stream(row).mapToObj(value -> cell(value, largest, decimals)).toList())
            .toList();
    int width = cells.stream().flatMap(List::stream).mapToInt(String::length).max().orElse(1);
    return cells.stream()
        .map(
            row ->
                row.stream()
                    .map(cell -> " ".repeat(width - cell.length()) + cell)
                    .collect(Collectors.joining(" ", "", "")))
        .toList();
  }

  private String cell(double value, double largest, int decimals) {
    // The dot stands where the digit before the decimal point would.
    return Math.abs(value) < NEGLIGIBLE * largest || value == 0
        ? dot() + " ".repeat(decimals == 0 ? 0 : decimals + 1)
        : Numbers.fixed(value, decimals);
  }
}
