package org.liegg.groups.field;

import org.liegg.api.Batch;
import org.liegg.api.spi.GroupAction;

/** The checks that the actions of this package share. */
public final class Fit {
  private Fit() {}

  public static Batch requireColumns(GroupAction action, Batch batch) {
    if (batch.columns() != action.inputSize()) {
      throw new IllegalArgumentException(
          "%s: a batch of %d columns, the action takes %d"
              .formatted(action.spec(), batch.columns(), action.inputSize()));
    }
    return batch;
  }

  public static int requireField(GroupAction action, int a) {
    if (a < 0 || a >= action.dimension()) {
      throw new IllegalArgumentException(
          "%s: field %d of %d".formatted(action.spec(), a, action.dimension()));
    }
    return a;
  }

  public static double[] requireCoefficients(GroupAction action, double[] coefficients) {
    if (coefficients.length != action.dimension()) {
      throw new IllegalArgumentException(
          "%s: %d coefficients, the action has %d fields"
              .formatted(action.spec(), coefficients.length, action.dimension()));
    }
    return coefficients;
  }
}
