package org.liegg.engine.onnx;

import java.util.List;
import org.liegg.api.Batch;
import org.liegg.api.ModelInfo;
import org.liegg.api.spi.ModelGradient;
import org.liegg.api.spi.support.AbstractModelGradient;
import org.liegg.engine.onnx.run.ProgramKernel;

/** A session, which leaves the computing to a kernel. */
final class OnnxGradient extends AbstractModelGradient {
  private final ModelErrors errors;
  private final ProgramKernel kernel;

  OnnxGradient(ModelInfo info, ProgramKernel kernel, ModelErrors errors) {
    super(info, List.of());
    this.errors = errors;
    this.kernel = kernel;
  }

  @Override
  protected void compute(Batch batch, double[] responses, double[] jacobians) {
    run(() -> kernel.jacobians(batch.values(), batch.rows(), responses, jacobians));
  }

  @Override
  protected void compute(Batch batch, double[] responses) {
    run(() -> kernel.outputs(batch.values(), batch.rows(), responses));
  }

  private void run(Runnable action) {
    errors.guarded(
        () -> {
          action.run();
          return true;
        });
  }

  @Override
  protected ModelGradient forked() {
    return new OnnxGradient(info(), kernel.fork(), errors);
  }

  @Override
  protected void release() {
    kernel.close();
  }
}
