package org.liegg.engine.dl4j.session;

import java.util.List;
import org.liegg.api.Batch;
import org.liegg.api.ModelInfo;
import org.liegg.api.Warning;
import org.liegg.api.spi.ModelGradient;
import org.liegg.api.spi.support.AbstractModelGradient;

/** A session that leaves the computing to a kernel. */
final class Dl4jGradient extends AbstractModelGradient {
  private final JacobianKernel kernel;

  Dl4jGradient(ModelInfo info, List<Warning> warnings, JacobianKernel kernel) {
    super(info, warnings);
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
    return new Dl4jGradient(info(), warnings(), kernel.fork());
  }
}
