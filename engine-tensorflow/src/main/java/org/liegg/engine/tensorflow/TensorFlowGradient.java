package org.liegg.engine.tensorflow;

import java.util.List;
import org.liegg.api.Batch;
import org.liegg.api.Jacobians;
import org.liegg.api.ModelInfo;
import org.liegg.api.SymmetryReport.Warning;
import org.liegg.api.spi.ModelGradient;
import org.liegg.api.spi.SampleChecks;
import org.liegg.engine.tensorflow.differentiate.JacobianKernel;
import org.liegg.engine.tensorflow.graph.ModelFaults;
import org.tensorflow.exceptions.TFInvalidArgumentException;
import org.tensorflow.exceptions.TFUnimplementedException;
import org.tensorflow.exceptions.TensorFlowException;

/** A session: checks what goes in and what comes out, and leaves the computing to a kernel. */
final class TensorFlowGradient implements ModelGradient {
  private final ModelInfo info;
  private final List<Warning> warnings;
  private final ModelFaults faults;
  private final JacobianKernel kernel;
  private final SampleChecks checks;
  private boolean closed;

  TensorFlowGradient(
      ModelInfo info, List<Warning> warnings, JacobianKernel kernel, ModelFaults faults) {
    this.info = info;
    this.warnings = List.copyOf(warnings);
    this.faults = faults;
    this.kernel = kernel;
    this.checks = new SampleChecks(info);
  }

  @Override
  public ModelInfo info() {
    checks.requireOpen(closed);
    return info;
  }

  @Override
  public List<Warning> warnings() {
    checks.requireOpen(closed);
    return warnings;
  }

  @Override
  public Jacobians jacobians(Batch batch) {
    checks.requireOpen(closed);
    checks.requireSamples(batch);
    double[] responses = checks.newResponses(batch);
    double[] values = checks.newJacobians(batch);
    run(() -> kernel.jacobians(batch.values(), batch.rows(), responses, values));
    return checks.jacobians(batch, values, responses);
  }

  @Override
  public Batch outputs(Batch batch) {
    checks.requireOpen(closed);
    checks.requireSamples(batch);
    double[] responses = checks.newResponses(batch);
    run(() -> kernel.outputs(batch.values(), batch.rows(), responses));
    return checks.outputs(batch, responses);
  }

  @Override
  public ModelGradient fork() {
    checks.requireOpen(closed);
    return new TensorFlowGradient(info, warnings, kernel.fork(), faults);
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      kernel.close();
    }
  }

  private void run(Runnable action) {
    try {
      action.run();
    } catch (TensorFlowException | TFInvalidArgumentException | TFUnimplementedException e) {
      throw faults.fails(e);
    }
  }
}
