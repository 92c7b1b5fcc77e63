package org.liegg.core.integrals;

import org.liegg.api.Batch;
import org.liegg.api.Jacobians;
import org.liegg.api.ModelInfo;
import org.liegg.api.spi.ModelGradient;
import org.liegg.api.spi.support.FilterModelGradient;

/**
 * A right-hand side dx/dt = f(x) in the place of a model of one output: the row of its Jacobian is
 * the velocity f(x), so that a row times the gradient of a function is the function's derivative by
 * time. Values of f are all that it takes.
 */
record VelocityModel(ModelGradient source) implements FilterModelGradient {

  @Override
  public ModelInfo info() {
    ModelInfo info = source.info();
    return new ModelInfo(
        info.origin(),
        info.inputSize(),
        new ModelInfo.Taken(1, info.output(), info.head()),
        info.precision());
  }

  @Override
  public Jacobians jacobians(Batch batch) {
    Batch velocities = source.outputs(batch);
    return new Jacobians(
        batch.rows(), 1, batch.columns(), velocities.values(), new double[batch.rows()]);
  }

  @Override
  public Batch outputs(Batch batch) {
    return new Batch(batch.rows(), 1, new double[batch.rows()]);
  }

  @Override
  public ModelGradient fork() {
    return new VelocityModel(source.fork());
  }
}
