package org.liegg.engine.tensorflow;

import java.util.List;
import org.liegg.api.Batch;
import org.liegg.api.ModelInfo;
import org.liegg.api.Warning;
import org.liegg.api.spi.ModelGradient;
import org.liegg.api.spi.support.AbstractModelGradient;
import org.liegg.engine.tensorflow.differentiate.JacobianKernel;
import org.liegg.engine.tensorflow.graph.ModelFaults;
import org.tensorflow.exceptions.TFInvalidArgumentException;
import org.tensorflow.exceptions.TFUnimplementedException;
import org.tensorflow.exceptions.TensorFlowException;

/** A session that leaves the computing to a kernel. */
final class TensorFlowGradient extends AbstractModelGradient {
  private final JacobianKernel kernel;
  private final ModelFaults faults;

  TensorFlowGradient(
      ModelInfo info, List<Warning> warnings, JacobianKernel kernel, ModelFaults faults) {
    super(info, warnings);
    this.kernel = kernel;
    this.faults = faults;
  }

  @Override
  protected void compute(Batch batch, double[] responses, double[] jacobians) {
    run(() -> kernel.jacobians(batch.values(), batch.rows(), responses, jacobians));
  }

  @Override
  protected void compute(Batch batch, double[] responses) {
    run(() -> kernel.outputs(batch.values(), batch.rows(), responses));
  }

  @Override
  protected ModelGradient forked() {
    return new TensorFlowGradient(info(), warnings(), kernel.fork(), faults);
  }

  @Override
  protected void release() {
    kernel.close();
  }

  private void run(Runnable action) {
    try {
      action.run();
    } catch (TensorFlowException | TFInvalidArgumentException | TFUnimplementedException e) {
      throw faults.fails(e);
    }
  }
}
