package org.liegg.groups.field;

import org.liegg.api.FieldBasis;
import org.liegg.api.Matrix;
import org.liegg.api.spi.GroupAction;

/** At most affine fields on the homogeneous coordinates (x, 1) of all inputs. */
public final class HomogeneousMatrix {

  private HomogeneousMatrix() {}

  /**
   * Σ_a c_a [A_a | b_a] with a last row of zeros.
   *
   * @return (d + 1) × (d + 1), d inputs of the action
   */
  public static Matrix of(GroupAction action, FeatureMap map, double[] coefficients) {
    FieldBasis fields = action.fields();
    int inputs = fields.components();
    int size = inputs + 1;
    double[] values = new double[size * size];
    for (int a = 0; a < fields.fields(); a++) {
      for (int e = fields.offsets()[a]; e < fields.offsets()[a + 1]; e++) {
        int column = map.homogeneous(fields.feature()[e], inputs);
        values[fields.component()[e] * size + column] += coefficients[a] * fields.values()[e];
      }
    }
    return new Matrix(size, size, values);
  }
}
