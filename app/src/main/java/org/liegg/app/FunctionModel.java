package org.liegg.app;

import org.liegg.api.Batch;
import org.liegg.api.Jacobians;
import org.liegg.api.ModelInfo;
import org.liegg.api.Precision;
import org.liegg.api.spi.ModelGradient;
import org.liegg.api.spi.SampleChecks;

/**
 * A function of the caller's as a model. It has no bytes, and so no hash: the report's is zero.
 *
 * @param inputs d
 * @param outputCount k
 * @param function with its Jacobian
 */
record FunctionModel(int inputs, int outputCount, DifferentiableFunction function)
    implements ModelGradient {
  private static final String NO_HASH = "0".repeat(64);

  @Override
  public ModelInfo info() {
    return new ModelInfo(
        "function",
        NO_HASH,
        FunctionEngine.NAME,
        "1",
        inputs,
        outputCount,
        "output",
        "output",
        Precision.DOUBLE);
  }

  @Override
  public Jacobians jacobians(Batch batch) {
    SampleChecks checks = new SampleChecks(info());
    checks.requireSamples(batch);
    double[] values = checks.newResponses(batch);
    double[] jacobians = checks.newJacobians(batch);
    evaluate(batch, values, jacobians);
    return checks.jacobians(batch, jacobians, values);
  }

  @Override
  public Batch outputs(Batch batch) {
    SampleChecks checks = new SampleChecks(info());
    checks.requireSamples(batch);
    double[] values = checks.newResponses(batch);
    evaluate(batch, values, checks.newJacobians(batch));
    return checks.outputs(batch, values);
  }

  private void evaluate(Batch batch, double[] values, double[] jacobians) {
    double[] x = new double[inputs];
    double[] value = new double[outputCount];
    double[] jacobian = new double[outputCount * inputs];
    for (int n = 0; n < batch.rows(); n++) {
      System.arraycopy(batch.values(), n * inputs, x, 0, inputs);
      function.at(x, value, jacobian);
      System.arraycopy(value, 0, values, n * outputCount, outputCount);
      System.arraycopy(jacobian, 0, jacobians, n * jacobian.length, jacobian.length);
    }
  }

  @Override
  public ModelGradient fork() {
    return this;
  }

  /** There is nothing to release. */
  @Override
  public void close() {}
}
