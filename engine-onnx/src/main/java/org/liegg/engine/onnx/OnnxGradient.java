package org.liegg.engine.onnx;

import java.util.List;
import org.liegg.api.Batch;
import org.liegg.api.Jacobians;
import org.liegg.api.ModelInfo;
import org.liegg.api.SymmetryReport.Warning;
import org.liegg.api.spi.ModelGradient;
import org.liegg.api.spi.SampleChecks;
import org.liegg.engine.onnx.run.ProgramKernel;

/** A session: checks what goes in and what comes out, and leaves the computing to a kernel. */
final class OnnxGradient implements ModelGradient {
  private final ModelInfo info;
  private final List<Warning> warnings;
  private final ModelErrors errors;
  private final ProgramKernel kernel;
  private final SampleChecks checks;
  private boolean closed;

  OnnxGradient(ModelInfo info, List<Warning> warnings, ProgramKernel kernel, ModelErrors errors) {
    this.info = info;
    this.warnings = List.copyOf(warnings);
    this.errors = errors;
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

  private void run(Runnable action) {
    errors.guarded(
        () -> {
          action.run();
          return true;
        });
  }

  @Override
  public ModelGradient fork() {
    checks.requireOpen(closed);
    return new OnnxGradient(info, warnings, kernel.fork(), errors);
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      kernel.close();
    }
  }
}
