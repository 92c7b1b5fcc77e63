package org.liegg.linalg.sums;

import org.liegg.api.Batch;
import org.liegg.api.Jacobians;
import org.liegg.api.NumericalException;
import org.liegg.api.Polarization;

/** Refuses numbers that are none. */
public final class Finite {

  private Finite() {}

  /**
   * Refuses values that are not finite.
   *
   * @param what what the values are, e.g. {@code rows of E}
   * @param values row-major
   * @param columns values a row
   * @param firstRow number of the first row, for the message
   * @throws NumericalException {@code LIEGG-ROWS-NONFINITE} at the first NaN or infinity
   */
  public static void require(String what, double[] values, int columns, long firstRow) {
    // 0 for every finite value, NaN for all others: no branch in the loop that always runs.
    double zero0 = 0;
    double zero1 = 0;
    double zero2 = 0;
    double zero3 = 0;
    int at = 0;
    for (; at + 4 <= values.length; at += 4) {
      zero0 += values[at] * 0;
      zero1 += values[at + 1] * 0;
      zero2 += values[at + 2] * 0;
      zero3 += values[at + 3] * 0;
    }
    for (; at < values.length; at++) {
      zero0 += values[at] * 0;
    }
    if (zero0 + zero1 + zero2 + zero3 == 0) {
      return;
    }
    for (int i = 0; i < values.length; i++) {
      if (!Double.isFinite(values[i])) {
        throw new NumericalException(
            "LIEGG-ROWS-NONFINITE",
            what,
            "row %d, column %d is %s".formatted(firstRow + i / columns, i % columns, values[i]),
            "check data and model for NaN, infinity and overflow");
      }
    }
  }

  /**
   * Refuses gradients and features that are not finite.
   *
   * @param firstRow number of the first row of E, for the message
   * @param firstSample number of the first sample
   * @throws NumericalException {@code LIEGG-ROWS-NONFINITE} at the first NaN or infinity
   */
  public static void requireFactors(Polarization polarization, long firstRow, long firstSample) {
    Jacobians jacobians = polarization.jacobians();
    require("Jacobians", jacobians.values(), jacobians.inputs(), firstRow);
    Batch features = polarization.features();
    require("features", features.values(), features.columns(), firstSample);
  }
}
