package org.liegg.engine.keras.lower;

import java.util.List;
import org.liegg.api.Batch;
import org.liegg.api.Jacobians;
import org.liegg.api.ModelInfo;
import org.liegg.api.SymmetryReport.Warning;
import org.liegg.api.spi.ModelGradient;
import org.liegg.api.spi.SampleChecks;
import org.liegg.engine.keras.program.ProgramKernel;

/**
 * A session on a program. It computes in double precision whatever precision it is asked for, which
 * is exact where single precision would do.
 */
final class ProgramGradient implements ModelGradient {
  private final ModelInfo info;
  private final List<Warning> warnings;
  private final ProgramKernel kernel;
  private final SampleChecks checks;
  private boolean closed;

  ProgramGradient(ModelInfo info, List<Warning> warnings, ProgramKernel kernel) {
    this.info = info;
    this.warnings = List.copyOf(warnings);
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
    kernel.jacobians(batch.values(), batch.rows(), responses, values);
    return checks.jacobians(batch, values, responses);
  }

  @Override
  public Batch outputs(Batch batch) {
    checks.requireOpen(closed);
    checks.requireSamples(batch);
    double[] responses = checks.newResponses(batch);
    kernel.outputs(batch.values(), batch.rows(), responses);
    return checks.outputs(batch, responses);
  }

  @Override
  public ModelGradient fork() {
    checks.requireOpen(closed);
    return new ProgramGradient(info, warnings, kernel.fork());
  }

  @Override
  public void close() {
    closed = true;
  }
}
