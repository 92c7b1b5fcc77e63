package org.liegg.linalg.defect;

import java.util.Arrays;
import java.util.Optional;
import org.liegg.api.FieldBasis;

/**
 * A basis of all matrices: every entry {@code (i, p)} is a field of its own, {@code v_a = s_a φ_p
 * e_i}, exactly once. Then {@code M = C ⊗ Φ} up to the order and the values of the fields. So it is
 * for gl(d), aff(d) and translations.
 *
 * @param components d
 * @param features p
 * @param fields the field of entry {@code (i, p)} at {@code i · features + p}
 * @param values its value s, likewise
 */
record KroneckerBasis(int components, int features, int[] fields, double[] values) {

  /** The basis as one of all matrices, empty if it is not one. */
  static Optional<KroneckerBasis> of(FieldBasis basis) {
    int m = basis.fields();
    if (m == 0 || basis.values().length != m || (long) basis.components() * basis.features() != m) {
      return Optional.empty();
    }
    int[] fields = new int[m];
    Arrays.fill(fields, -1);
    double[] values = new double[m];
    for (int a = 0; a < m; a++) {
      int at = basis.component()[a] * basis.features() + basis.feature()[a];
      double value = basis.values()[a];
      if (basis.offsets()[a] != a || fields[at] >= 0 || value == 0 || !Double.isFinite(value)) {
        return Optional.empty();
      }
      fields[at] = a;
      values[at] = value;
    }
    return Optional.of(new KroneckerBasis(basis.components(), basis.features(), fields, values));
  }

  /** Whether all values have the same magnitude. */
  boolean uniform() {
    for (double value : values) {
      if (Math.abs(value) != Math.abs(values[0])) {
        return false;
      }
    }
    return true;
  }
}
