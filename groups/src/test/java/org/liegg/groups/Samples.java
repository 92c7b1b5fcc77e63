package org.liegg.groups;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.SingularOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.SingularValueDecomposition_F64;
import org.liegg.api.Batch;
import org.liegg.api.Jacobians;
import org.liegg.api.Rows;
import org.liegg.api.spi.GroupAction;

/** Samples with exact derivatives of some function, and what an action makes of them. */
public record Samples(Batch batch, Jacobians jacobians) {

  /** Normal samples and normal gradients that have nothing to do with them. */
  public static Samples normal(int count, int inputs, long seed) {
    RandomGenerator random = new SplittableRandom(seed);
    Batch batch = new Batch(count, inputs, gaussian(count * inputs, random));
    return new Samples(
        batch,
        new Jacobians(count, 1, inputs, gaussian(count * inputs, random), new double[count]));
  }

  /** A function's exact Jacobian at x, {@code outputs × inputs}, row-major. */
  interface Jacobian {
    double[] at(double[] x);
  }

  /** 4000 normal samples, as the table of known answers has them. */
  static Samples of(int inputs, int outputs, long seed, Jacobian jacobian) {
    RandomGenerator random = new SplittableRandom(seed);
    return at(new Batch(4000, inputs, gaussian(4000 * inputs, random)), outputs, jacobian);
  }

  /** The same with the function's values too. */
  static Samples of(int inputs, int outputs, long seed, Jacobian jacobian, Jacobian value) {
    Samples samples = of(inputs, outputs, seed, jacobian);
    double[] responses = new double[samples.batch.rows() * outputs];
    for (int n = 0; n < samples.batch.rows(); n++) {
      double[] one = value.at(samples.batch.slice(n, n + 1).values());
      System.arraycopy(one, 0, responses, n * outputs, outputs);
    }
    Jacobians j = samples.jacobians;
    return new Samples(
        samples.batch, new Jacobians(j.samples(), outputs, inputs, j.values(), responses));
  }

  static Samples at(Batch batch, int outputs, Jacobian jacobian) {
    int width = outputs * batch.columns();
    double[] values = new double[batch.rows() * width];
    for (int n = 0; n < batch.rows(); n++) {
      double[] one = jacobian.at(batch.slice(n, n + 1).values());
      System.arraycopy(one, 0, values, n * width, width);
    }
    return new Samples(
        batch,
        new Jacobians(
            batch.rows(), outputs, batch.columns(), values, new double[batch.rows() * outputs]));
  }

  public Rows polarize(GroupAction action) {
    return action.boundTo(jacobians.outputs()).polarize(batch, jacobians).rows();
  }

  /** σ/σ_max of E, descending. */
  double[] relativeSingularValues(GroupAction action) {
    Rows rows = polarize(action);
    SingularValueDecomposition_F64<DMatrixRMaj> svd =
        DecompositionFactory_DDRM.svd(rows.rows(), rows.columns(), false, false, true);
    if (!svd.decompose(DMatrixRMaj.wrap(rows.rows(), rows.columns(), rows.values()))) {
      throw new IllegalStateException("no convergence");
    }
    double[] sigma = svd.getSingularValues();
    SingularOps_DDRM.descendingOrder(null, false, sigma, sigma.length, null, false);
    double largest = sigma[0];
    return largest == 0 ? sigma : Arrays.stream(sigma).map(s -> s / largest).toArray();
  }

  static double[] gaussian(int length, RandomGenerator random) {
    double[] values = new double[length];
    Arrays.setAll(values, i -> random.nextGaussian());
    return values;
  }
}
