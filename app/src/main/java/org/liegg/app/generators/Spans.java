package org.liegg.app.generators;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.liegg.api.ActionException;
import org.liegg.api.Matrix;
import org.liegg.api.spi.GroupAction;
import org.liegg.groups.Actions;
import org.liegg.metrics.Subspaces;

/** Generators of a file as an action. */
final class Spans {
  private Spans() {}

  /**
   * An action with a field a generator, at unit norm.
   *
   * @param rows coefficients of the candidates, a row a generator
   * @throws ActionException if they are none, not finite, or depend on each other
   */
  static GroupAction of(String spec, GroupAction candidates, Matrix rows) {
    double[] values = rows.values().clone();
    if (rows.rows() == 0 || !Arrays.stream(values).allMatch(Double::isFinite)) {
      throw wrong(
          spec, rows.rows() == 0 ? "it holds no generator" : "a number of it is NaN or infinite");
    }
    int columns = rows.columns();
    for (int r = 0; r < rows.rows(); r++) {
      double norm = 0;
      for (int c = 0; c < columns; c++) {
        norm = Math.hypot(norm, values[r * columns + c]);
      }
      for (int c = 0; norm > 0 && c < columns; c++) {
        values[r * columns + c] /= norm;
      }
    }
    Matrix unit = new Matrix(rows.rows(), columns, values);
    if (rows.rows() > columns || Subspaces.orthonormalBasis(unit).rows() < rows.rows()) {
      throw wrong(spec, "a generator of it is a combination of the others, or 0");
    }
    List<String> names =
        IntStream.rangeClosed(1, rows.rows()).mapToObj(i -> "G[" + i + "]").toList();
    return Actions.span(spec, candidates, names, unit);
  }

  private static ActionException wrong(String spec, String found) {
    return new ActionException(
        "LIEGG-ACTION-ARGUMENT",
        "'%s'".formatted(spec),
        found,
        "give a file of independent generators");
  }
}
