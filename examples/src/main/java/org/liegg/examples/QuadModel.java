package org.liegg.examples;

import org.liegg.api.Batch;
import org.liegg.api.Jacobians;
import org.liegg.api.ModelInfo;
import org.liegg.api.Precision;
import org.liegg.api.spi.ModelGradient;
import org.liegg.api.spi.SampleChecks;

/** A session: F_o(x) = xᵀQ_o x and ∂F_o/∂x = (Q_o + Q_oᵀ)x. */
final class QuadModel implements ModelGradient {
  private final QuadForms forms;
  private final ModelInfo info;
  private final SampleChecks checks;
  private boolean closed;

  QuadModel(QuadForms forms, ModelInfo info) {
    this.forms = forms;
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
    double[] responses = responses(batch);
    double[] values = checks.newJacobians(batch);
    int d = info.inputSize();
    for (int row = 0; row < responses.length; row++) {
      double[] q = forms.q()[row % forms.count()];
      for (int i = 0; i < d; i++) {
        double sum = 0;
        for (int j = 0; j < d; j++) {
          sum += (q[i * d + j] + q[j * d + i]) * batch.get(row / forms.count(), j);
        }
        values[row * d + i] = rounded(sum);
      }
    }
    return checks.jacobians(batch, values, responses);
  }

  @Override
  public Batch outputs(Batch batch) {
    return checks.outputs(batch, responses(batch));
  }

  private double[] responses(Batch batch) {
    checks.requireOpen(closed);
    checks.requireSamples(batch);
    double[] responses = checks.newResponses(batch);
    for (int row = 0; row < responses.length; row++) {
      double[] q = forms.q()[row % forms.count()];
      int n = row / forms.count();
      double sum = 0;
      for (int at = 0; at < q.length; at++) {
        sum += q[at] * batch.get(n, at / info.inputSize()) * batch.get(n, at % info.inputSize());
      }
      responses[row] = rounded(sum);
    }
    return responses;
  }

  private double rounded(double value) {
    return info.precision() == Precision.FLOAT ? (float) value : value;
  }

  @Override
  public ModelGradient fork() {
    checks.requireOpen(closed);
    return new QuadModel(forms, info);
  }

  @Override
  public void close() {
    closed = true;
  }
}
