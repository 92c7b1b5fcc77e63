package org.liegg.benchmarks.measure;

import org.liegg.api.Batch;
import org.liegg.api.Jacobians;

/** A function R^d → R^k with its exact Jacobian; safe for use by many threads. */
interface DifferentiableMap {

  int inputs();

  int outputs();

  /** Writes F(x), k values, and its Jacobian, {@code k × d}. */
  void at(double[] x, double[] value, double[] jacobian);

  /** F and its Jacobian at every sample. */
  default Jacobians jacobians(Batch batch) {
    int d = inputs();
    int k = outputs();
    double[] values = new double[batch.rows() * k];
    double[] jacobians = new double[batch.rows() * k * d];
    double[] x = new double[d];
    double[] value = new double[k];
    double[] jacobian = new double[k * d];
    for (int n = 0; n < batch.rows(); n++) {
      System.arraycopy(batch.values(), n * d, x, 0, d);
      at(x, value, jacobian);
      System.arraycopy(value, 0, values, n * k, k);
      System.arraycopy(jacobian, 0, jacobians, n * k * d, k * d);
    }
    return new Jacobians(batch.rows(), k, d, jacobians, values);
  }

  /** This and {@code factor} times another of as many inputs and outputs. */
  default DifferentiableMap plus(double factor, DifferentiableMap other) {
    return new Sum(this, factor, other);
  }

  /** {@code first + factor · second}. */
  record Sum(DifferentiableMap first, double factor, DifferentiableMap second)
      implements DifferentiableMap {

    @Override
    public int inputs() {
      return first.inputs();
    }

    @Override
    public int outputs() {
      return first.outputs();
    }

    @Override
    public void at(double[] x, double[] value, double[] jacobian) {
      double[] more = new double[value.length];
      double[] steeper = new double[jacobian.length];
      first.at(x, value, jacobian);
      second.at(x, more, steeper);
      for (int i = 0; i < more.length; i++) {
        value[i] += factor * more[i];
      }
      for (int i = 0; i < steeper.length; i++) {
        jacobian[i] += factor * steeper[i];
      }
    }
  }
}
