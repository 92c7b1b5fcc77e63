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
  private static final int OUTPUTS = 3;

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

  /** Outputs of a model that the action takes: those it acts on, or a few. */
  static int outputs(GroupAction action) {
    return action.outputSize() == 0 ? OUTPUTS : action.outputSize();
  }

  /** Samples, and behind them the outputs that the action moves too, normal ones, if any. */
  static Batch points(GroupAction action, Batch samples, long seed) {
    return beside(samples, batch(samples.rows(), action.outputSize(), seed + 1000));
  }

  /** The features at points: those of outputs are known by what a model says. */
  static Batch features(GroupAction action, Batch points) {
    int outputs = action.outputSize();
    if (outputs == 0) {
      return action.features(points);
    }
    int inputs = action.inputSize();
    Batch responses = points.features(inputs, inputs + outputs);
    Jacobians zero =
        new Jacobians(
            points.rows(),
            outputs,
            inputs,
            new double[points.rows() * outputs * inputs],
            responses.values());
    return action.polarize(points.features(0, inputs), zero).features();
  }

  /** Σ_a c_a v_a at every point, {@code points × (inputs + outputs)}. */
  static double[] field(GroupAction action, double[] coefficients, Batch points) {
    FieldBasis fields = action.fields();
    Batch features = features(action, points);
    double[] values = new double[points.rows() * fields.components()];
    for (int n = 0; n < points.rows(); n++) {
      for (int a = 0; a < fields.fields(); a++) {
        for (int e = fields.offsets()[a]; e < fields.offsets()[a + 1]; e++) {
          values[n * fields.components() + fields.component()[e]] +=
              coefficients[a] * fields.values()[e] * features.get(n, fields.feature()[e]);
        }
      }
    }
    return values;
  }

  /** E[(n, o), a] = J_n[o, ·] · v_a(x_n), less the field of an output it acts on, one by one. */
  static double[] naiveRows(GroupAction action, Batch batch, Jacobians jacobians) {
    int columns = action.fields().fields();
    int inputs = jacobians.inputs();
    int width = inputs + action.outputSize();
    Batch points = action.outputSize() == 0 ? batch : beside(batch, jacobians.responseBatch());
    double[] rows = new double[batch.rows() * jacobians.outputs() * columns];
    for (int a = 0; a < columns; a++) {
      double[] unit = new double[columns];
      unit[a] = 1;
      double[] field = field(action, unit, points);
      for (int n = 0; n < batch.rows(); n++) {
        for (int o = 0; o < jacobians.outputs(); o++) {
          double sum = action.outputSize() == 0 ? 0 : -field[n * width + inputs + o];
          for (int i = 0; i < inputs; i++) {
            sum += jacobians.get(n, o, i) * field[n * width + i];
          }
          rows[(n * jacobians.outputs() + o) * columns + a] = sum;
        }
      }
    }
    return rows;
  }

  private static Batch beside(Batch left, Batch right) {
    int width = left.columns() + right.columns();
    double[] values = new double[left.rows() * width];
    for (int n = 0; n < left.rows(); n++) {
      for (int i = 0; i < width; i++) {
        values[n * width + i] =
            i < left.columns() ? left.get(n, i) : right.get(n, i - left.columns());
      }
    }
    return new Batch(left.rows(), width, values);
  }
}
