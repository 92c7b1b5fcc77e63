package org.liegg.api.spi.support;

import java.util.List;
import org.liegg.api.Batch;
import org.liegg.api.ModelInfo;
import org.liegg.api.Precision;
import org.liegg.api.spi.ModelGradient;

/** A session on a function; confined to one thread. */
final class FunctionSession extends AbstractModelGradient {
  private final FunctionModel model;
  private final ModelInfo description;

  FunctionSession(FunctionModel model, ModelInfo description) {
    super(description, List.of());
    this.model = model;
    this.description = description;
  }

  /** Jacobians that nobody asked for are computed and dropped. */
  @Override
  protected void compute(Batch batch, double[] responses) {
    compute(batch, responses, new double[0]);
  }

  @Override
  protected void compute(Batch batch, double[] responses, double[] jacobians) {
    int d = model.inputs();
    int k = model.outputs();
    double[] x = new double[d];
    double[] value = new double[k];
    double[] jacobian = new double[k * d];
    for (int n = 0; n < batch.rows(); n++) {
      System.arraycopy(batch.values(), n * d, x, 0, d);
      model.function().at(x, value, jacobian);
      copy(value, responses, n * k);
      if (jacobians.length > 0) {
        copy(jacobian, jacobians, n * k * d);
      }
    }
  }

  private void copy(double[] from, double[] to, int at) {
    boolean single = description.precision() == Precision.FLOAT;
    for (int i = 0; i < from.length; i++) {
      to[at + i] = single ? (float) from[i] : from[i];
    }
  }

  @Override
  protected ModelGradient forked() {
    return new FunctionSession(model, description);
  }
}
