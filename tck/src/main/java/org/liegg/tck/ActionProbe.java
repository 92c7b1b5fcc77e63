package org.liegg.tck;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.liegg.api.Batch;
import org.liegg.api.FieldBasis;
import org.liegg.api.Jacobians;
import org.liegg.api.spi.GroupAction;

/** Random samples and Jacobians, and fields evaluated the slow and obvious way. */
final class ActionProbe {

  private ActionProbe() {}

  static Batch batch(int samples, int columns, long seed) {
    return new Batch(samples, columns, normal(samples * columns, seed));
  }

  static Jacobians jacobians(int samples, int outputs, int inputs, long seed) {
    return new Jacobians(
        samples,
        outputs,
        inputs,
        normal(samples * outputs * inputs, seed),
        normal(samples * outputs, seed + 1));
  }

  static double[] normal(int length, long seed) {
    RandomGenerator random = new SplittableRandom(seed);
    double[] values = new double[length];
    Arrays.setAll(values, i -> random.nextGaussian());
    return values;
  }

  /** Σ_a c_a v_a at every sample, {@code samples × inputs}. */
  static double[] field(GroupAction action, double[] coefficients, Batch batch) {
    FieldBasis fields = action.fields();
    Batch features = action.features(batch);
    double[] values = new double[batch.rows() * fields.components()];
    for (int n = 0; n < batch.rows(); n++) {
      for (int a = 0; a < fields.fields(); a++) {
        for (int e = fields.offsets()[a]; e < fields.offsets()[a + 1]; e++) {
          values[n * fields.components() + fields.component()[e]] +=
              coefficients[a] * fields.values()[e] * features.get(n, fields.feature()[e]);
        }
      }
    }
    return values;
  }

  /** E[(n, o), a] = J_n[o, ·] · v_a(x_n), a field at a time. */
  static double[] naiveRows(GroupAction action, Batch batch, Jacobians jacobians) {
    int columns = action.fields().fields();
    int inputs = jacobians.inputs();
    double[] rows = new double[batch.rows() * jacobians.outputs() * columns];
    for (int a = 0; a < columns; a++) {
      double[] unit = new double[columns];
      unit[a] = 1;
      double[] field = field(action, unit, batch);
      for (int n = 0; n < batch.rows(); n++) {
        for (int o = 0; o < jacobians.outputs(); o++) {
          double sum = 0;
          for (int i = 0; i < inputs; i++) {
            sum += jacobians.get(n, o, i) * field[n * inputs + i];
          }
          rows[(n * jacobians.outputs() + o) * columns + a] = sum;
        }
      }
    }
    return rows;
  }
}
