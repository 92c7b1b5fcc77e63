package org.liegg.engine.keras.lower;

import java.util.List;
import org.liegg.api.Batch;
import org.liegg.api.ModelInfo;
import org.liegg.api.spi.ModelGradient;
import org.liegg.api.spi.support.AbstractModelGradient;
import org.liegg.engine.keras.program.ProgramKernel;

/**
 * A session on a program. It computes in double precision whatever precision it is asked for, which
 * is exact where single precision would do.
 */
final class ProgramGradient extends AbstractModelGradient {
  private final ProgramKernel kernel;

  ProgramGradient(ModelInfo info, ProgramKernel kernel) {
    super(info, List.of());
    this.kernel = kernel;
  }

  @Override
  protected void compute(Batch batch, double[] responses, double[] jacobians) {
    kernel.jacobians(batch.values(), batch.rows(), responses, jacobians);
  }

  @Override
  protected void compute(Batch batch, double[] responses) {
    kernel.outputs(batch.values(), batch.rows(), responses);
  }

  @Override
  protected ModelGradient forked() {
    return new ProgramGradient(info(), kernel.fork());
  }
}
