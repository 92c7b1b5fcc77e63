package org.liegg.benchmarks.measure;

import java.util.List;
import java.util.Random;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;
import org.liegg.api.Batch;

/**
 * A network learned in a second: one hidden layer of tanh with random directions, whose output is
 * fitted by least squares.
 *
 * @param width units of the hidden layer
 * @param gain how steep they are
 * @param seed of their directions
 */
record RandomFeatures(int width, double gain, long seed) {
  private static final double RIDGE = 1e-9;
  private static final double OFFSET = 2;

  /** The network of a function's values at samples. */
  DenseNetwork fit(Batch samples, DifferentiableMap truth) {
    DenseNetwork.Layer hidden = hidden(samples);
    int n = samples.rows();
    int k = truth.outputs();
    DMatrixRMaj features = new DMatrixRMaj(n, width + 1);
    for (int r = 0; r < n; r++) {
      double[] z = hidden.sums(samples.slice(r, r + 1).values());
      for (int i = 0; i < width; i++) {
        features.set(r, i, Math.tanh(z[i]));
      }
      features.set(r, width, 1);
    }
    DMatrixRMaj targets = new DMatrixRMaj(n, k);
    targets.setData(truth.jacobians(samples).responses());
    DMatrixRMaj normal = new DMatrixRMaj(width + 1, width + 1);
    DMatrixRMaj right = new DMatrixRMaj(width + 1, k);
    CommonOps_DDRM.multInner(features, normal);
    CommonOps_DDRM.multTransA(features, targets, right);
    double ridge = RIDGE * CommonOps_DDRM.trace(normal) / (width + 1);
    for (int i = 0; i <= width; i++) {
      normal.add(i, i, ridge);
    }
    DMatrixRMaj solution = new DMatrixRMaj(width + 1, k);
    LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.chol(width + 1);
    if (!solver.setA(normal)) {
      throw new IllegalStateException("the normal equations are not positive definite");
    }
    solver.solve(right, solution);
    return new DenseNetwork(List.of(hidden, output(solution, k)));
  }

  private DenseNetwork.Layer output(DMatrixRMaj solution, int k) {
    double[] weights = new double[k * width];
    double[] bias = new double[k];
    for (int o = 0; o < k; o++) {
      for (int i = 0; i < width; i++) {
        weights[o * width + i] = solution.get(i, o);
      }
      bias[o] = solution.get(width, o);
    }
    return new DenseNetwork.Layer(width, weights, bias, Activation.LINEAR);
  }

  /** Directions in standardised inputs. */
  private DenseNetwork.Layer hidden(Batch samples) {
    int d = samples.columns();
    double[] mean = new double[d];
    double[] deviation = new double[d];
    for (int i = 0; i < d; i++) {
      for (int r = 0; r < samples.rows(); r++) {
        mean[i] += samples.get(r, i) / samples.rows();
      }
      for (int r = 0; r < samples.rows(); r++) {
        double off = samples.get(r, i) - mean[i];
        deviation[i] += off * off / samples.rows();
      }
      deviation[i] = deviation[i] > 0 ? Math.sqrt(deviation[i]) : 1;
    }
    Random random = new Random(seed);
    double[] weights = new double[width * d];
    double[] bias = Samples.uniform(random, -OFFSET, OFFSET, width);
    for (int u = 0; u < width; u++) {
      for (int i = 0; i < d; i++) {
        double w = random.nextGaussian() * gain / Math.sqrt(d) / deviation[i];
        weights[u * d + i] = w;
        bias[u] -= w * mean[i];
      }
    }
    return new DenseNetwork.Layer(d, weights, bias, Activation.TANH);
  }
}
