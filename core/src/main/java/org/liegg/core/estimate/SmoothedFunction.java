package org.liegg.core.estimate;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.liegg.api.spi.support.DifferentiableFunction;
import org.liegg.core.samples.Whitening;

/**
 * A smoother in the coordinates of the samples.
 *
 * @param whitening from these to those of the smoother
 * @param smoother the function there
 */
record SmoothedFunction(Whitening whitening, Smoother smoother) implements DifferentiableFunction {

  @Override
  public void at(double[] x, double[] values, double[] jacobian) {
    DMatrixRMaj forward = whitening.forward();
    int r = forward.numRows;
    int d = forward.numCols;
    double[] gradients = new double[values.length * r];
    smoother.at(whitening.point(x, 0), values, gradients);
    Arrays.fill(jacobian, 0);
    for (int o = 0; o < values.length; o++) {
      for (int i = 0; i < r; i++) {
        for (int j = 0; j < d; j++) {
          jacobian[o * d + j] += gradients[o * r + i] * forward.unsafe_get(i, j);
        }
      }
    }
  }
}
