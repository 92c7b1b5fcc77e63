package org.liegg.engine.pytorch;

import java.util.List;
import org.liegg.api.Batch;
import org.liegg.api.ModelInfo;
import org.liegg.api.spi.ModelGradient;
import org.liegg.api.spi.support.AbstractModelGradient;
import org.liegg.engine.pytorch.run.Kernel;

/** A session, which leaves the computing to a kernel. */
final class PytorchGradient extends AbstractModelGradient {
  private final Kernel kernel;
  private final ModelErrors errors;

  PytorchGradient(ModelInfo info, Kernel kernel, ModelErrors errors) {
    super(info, List.of());
    this.kernel = kernel;
    this.errors = errors;
  }

  @Override
  protected void compute(Batch batch, double[] responses, double[] jacobians) {
    errors.guarded(
        () -> {
          kernel.jacobians(batch.values(), batch.rows(), responses, jacobians);
          return jacobians;
        });
  }

  @Override
  protected void compute(Batch batch, double[] responses) {
    errors.guarded(
        () -> {
          kernel.outputs(batch.values(), batch.rows(), responses);
          return responses;
        });
  }

  @Override
  protected ModelGradient forked() {
    return new PytorchGradient(info(), kernel.fork(), errors);
  }

  @Override
  protected void release() {
    kernel.close();
  }
}
