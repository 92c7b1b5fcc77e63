package org.liegg.core.finite;

import java.util.Arrays;
import org.liegg.api.Batch;
import org.liegg.api.FieldBasis;
import org.liegg.api.Jacobians;
import org.liegg.api.Polarization;
import org.liegg.api.spi.GroupAction;
import org.liegg.api.spi.ModelGradient;

/**
 * What the gradients at some samples predict: {@code V = E‖J v_h‖²} of a few directions, and how
 * large F and its changes are, which rounding is measured by.
 *
 * @param variances V of every direction
 * @param sensitivity {@code E[‖J‖²‖x‖²]}, Frobenius norm
 */
record SecondOrder(double[] variances, double sensitivity) {

  /**
   * Measures.
   *
   * @param directions h, of m coefficients each
   */
  static SecondOrder of(
      ModelGradient model,
      GroupAction action,
      Batch samples,
      double[][] directions,
      int batchSize) {
    int inputs = model.info().inputSize();
    int inputFrom = model.info().inputFrom();
    double[] variances = new double[directions.length];
    double sensitivity = 0;
    for (int from = 0; from < samples.rows(); from += batchSize) {
      Batch batch = samples.slice(from, Math.min(samples.rows(), from + batchSize));
      Batch varying = batch.features(inputFrom, inputFrom + inputs);
      Jacobians jacobians = model.jacobians(batch);
      Polarization polarization = action.polarize(varying, jacobians);
      for (int i = 0; i < directions.length; i++) {
        variances[i] += moved(polarization, directions[i]) / samples.rows();
      }
      sensitivity += sensitivity(jacobians, varying) / samples.rows();
    }
    return new SecondOrder(variances, sensitivity);
  }

  /** Σ_n ‖J_n v_h(x_n)‖². */
  private static double moved(Polarization polarization, double[] h) {
    FieldBasis basis = polarization.fields();
    int width = basis.components();
    double[] phi = polarization.features().values();
    double[] jacobian = polarization.jacobians().values();
    double[] field = new double[width];
    double sum = 0;
    for (int n = 0; n < polarization.samples(); n++) {
      Arrays.fill(field, 0);
      for (int a = 0; a < basis.fields(); a++) {
        if (h[a] != 0) {
          for (int e = basis.offsets()[a]; e < basis.offsets()[a + 1]; e++) {
            field[basis.component()[e]] +=
                h[a] * basis.values()[e] * phi[n * basis.features() + basis.feature()[e]];
          }
        }
      }
      for (int o = 0; o < polarization.outputs(); o++) {
        int row = (n * polarization.outputs() + o) * width;
        double along = 0;
        for (int i = 0; i < width; i++) {
          along += jacobian[row + i] * field[i];
        }
        sum += along * along;
      }
    }
    return sum;
  }

  private static double sensitivity(Jacobians jacobians, Batch varying) {
    int each = jacobians.outputs() * jacobians.inputs();
    double sum = 0;
    for (int n = 0; n < jacobians.samples(); n++) {
      sum +=
          square(jacobians.values(), n * each, each)
              * square(varying.values(), n * varying.columns(), varying.columns());
    }
    return sum;
  }

  static double square(double[] values, int from, int count) {
    double sum = 0;
    for (int i = from; i < from + count; i++) {
      sum += values[i] * values[i];
    }
    return sum;
  }
}
