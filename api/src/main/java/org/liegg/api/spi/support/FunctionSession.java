package org.liegg.api.spi.support;

import org.liegg.api.Batch;
import org.liegg.api.Jacobians;
import org.liegg.api.ModelInfo;
import org.liegg.api.Precision;
import org.liegg.api.spi.ModelGradient;
import org.liegg.api.spi.SampleChecks;

/** A session on a function; confined to one thread. */
final class FunctionSession implements ModelGradient {
  private final FunctionModel model;
  private final ModelInfo info;
  private final SampleChecks checks;
  private boolean closed;

  FunctionSession(FunctionModel model, ModelInfo info) {
    this.model = model;
    this.info = info;
    this.checks = new SampleChecks(info);
  }

  @Override
  public ModelInfo info() {
    checks.requireOpen(closed);
    return info;
  }

  @Override
  public Jacobians jacobians(Batch batch) {
    double[] values = responses(batch);
    double[] jacobians = checks.newJacobians(batch);
    evaluate(batch, values, jacobians);
    return checks.jacobians(batch, jacobians, values);
  }

  @Override
  public Batch outputs(Batch batch) {
    double[] values = responses(batch);
    evaluate(batch, values, new double[0]);
    return checks.outputs(batch, values);
  }

  private double[] responses(Batch batch) {
    checks.requireOpen(closed);
    checks.requireSamples(batch);
    return checks.newResponses(batch);
  }

  /** Jacobians that nobody asked for are computed and dropped. */
  private void evaluate(Batch batch, double[] values, double[] jacobians) {
    int d = model.inputs();
    int k = model.outputs();
    double[] x = new double[d];
    double[] value = new double[k];
    double[] jacobian = new double[k * d];
    for (int n = 0; n < batch.rows(); n++) {
      System.arraycopy(batch.values(), n * d, x, 0, d);
      model.function().at(x, value, jacobian);
      copy(value, values, n * k);
      if (jacobians.length > 0) {
        copy(jacobian, jacobians, n * k * d);
      }
    }
  }

  private void copy(double[] from, double[] to, int at) {
    boolean single = info.precision() == Precision.FLOAT;
    for (int i = 0; i < from.length; i++) {
      to[at + i] = single ? (float) from[i] : from[i];
    }
  }

  @Override
  public ModelGradient fork() {
    checks.requireOpen(closed);
    return new FunctionSession(model, info);
  }

  @Override
  public void close() {
    closed = true;
  }
}
