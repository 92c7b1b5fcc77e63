package org.liegg.groups.compose;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.liegg.api.FieldBasis;
import org.liegg.api.Matrix;

/** Combinations of fields. */
final class Spans {
  private Spans() {}

  /** A field a row: the sum of the fields, each times its entry of the row. */
  static FieldBasis of(FieldBasis from, Matrix rows) {
    FieldBasis.Builder basis = FieldBasis.builder(from.components(), from.features());
    for (int r = 0; r < rows.rows(); r++) {
      Map<Long, Double> entries = new TreeMap<>();
      for (int a = 0; a < from.fields(); a++) {
        double c = rows.get(r, a);
        for (int e = from.offsets()[a]; c != 0 && e < from.offsets()[a + 1]; e++) {
          long key = (long) from.component()[e] * from.features() + from.feature()[e];
          entries.merge(key, c * from.values()[e], Double::sum);
        }
      }
      entries.forEach(
          (key, value) ->
              basis.entry((int) (key / from.features()), (int) (key % from.features()), value));
      basis.endField();
    }
    return basis.build();
  }

  /** A combination of rows. */
  static double[] combined(Matrix rows, double[] coefficients) {
    double[] sum = new double[rows.columns()];
    for (int r = 0; r < rows.rows(); r++) {
      for (int a = 0; a < sum.length; a++) {
        sum[a] += coefficients[r] * rows.get(r, a);
      }
    }
    return sum;
  }

  /**
   * @throws IllegalArgumentException if there are not as many different names as rows
   */
  static void requireNames(String spec, List<String> names, Matrix rows) {
    if (names.size() != rows.rows() || names.stream().distinct().count() < names.size()) {
      throw new IllegalArgumentException(
          "%s: %d different names of %d combinations"
              .formatted(spec, names.stream().distinct().count(), rows.rows()));
    }
  }
}
