package org.liegg.linalg.factors;

import org.liegg.api.Polarization;
import org.liegg.blas.Scale;
import org.liegg.linalg.sums.Finite;

/** Refuses factors whose rows would not be numbers, without making the rows where none can be. */
public final class FactorBounds {

  private FactorBounds() {}

  /**
   * Refuses entries of E that overflow.
   *
   * @param firstRow number of the first row, for the message
   * @throws org.liegg.api.NumericalException {@code LIEGG-ROWS-NONFINITE} if an entry of E
   *     overflows
   */
  public static void requireProducts(Polarization polarization, long firstRow) {
    double[] jacobians = polarization.jacobians().values();
    double[] features = polarization.features().values();
    double[] entries = polarization.fields().values();
    double largest =
        Scale.largest(jacobians, jacobians.length)
            * Scale.largest(features, features.length)
            * Math.max(1, Scale.largest(entries, entries.length))
            * Math.max(1, entries.length);
    if (Double.isFinite(largest)) {
      return;
    }
    for (int n = 0; n < polarization.samples(); n++) {
      double[] rows = polarization.slice(n, n + 1).rows().values();
      long row = firstRow + (long) n * polarization.outputs();
      Finite.require("rows of E", rows, polarization.columns(), row);
    }
  }
}
