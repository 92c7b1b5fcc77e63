package org.liegg.isolation;

import java.io.IOException;
import java.util.List;
import org.liegg.api.Batch;
import org.liegg.api.Jacobians;
import org.liegg.api.ModelInfo;
import org.liegg.api.Warning;
import org.liegg.api.spi.ModelGradient;
import org.liegg.api.spi.SampleChecks;

/** A session in a worker. What comes back has the sizes that were asked for, and is finite. */
final class IsolatedModel implements ModelGradient {
  private final Worker worker;
  private final Connection connection;
  private final ModelInfo info;
  private final List<Warning> warnings;
  private final WorkerErrors errors;
  private final SampleChecks checks;
  private boolean closed;

  IsolatedModel(
      Worker worker,
      Connection connection,
      ModelInfo info,
      List<Warning> warnings,
      WorkerErrors errors) {
    this.worker = worker;
    this.connection = connection;
    this.info = info;
    this.warnings = warnings;
    this.errors = errors;
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
    return worker.call(
        errors,
        "differentiating %d samples".formatted(batch.rows()),
        () -> {
          request(Requests.JACOBIANS, batch);
          requireSize("outputs", info.outputSize());
          requireSize("inputs", info.inputSize());
          double[] responses = connection.getDoubles(checks.newResponses(batch));
          double[] values = connection.getDoubles(checks.newJacobians(batch));
          return checks.jacobians(batch, values, responses);
        });
  }

  @Override
  public Batch outputs(Batch batch) {
    checks.requireOpen(closed);
    return worker.call(
        errors,
        "computing the outputs of %d samples".formatted(batch.rows()),
        () -> {
          request(Requests.OUTPUTS, batch);
          requireSize("outputs", info.outputSize());
          return checks.outputs(batch, connection.getDoubles(checks.newResponses(batch)));
        });
  }

  private void request(int kind, Batch batch) throws IOException {
    connection.putByte(kind);
    Requests.putBatch(connection, batch);
    connection.flush();
    Worker.requireDone(connection, errors);
    requireSize("samples", batch.rows());
  }

  private void requireSize(String what, int expected) throws IOException {
    int size = connection.getInt();
    if (size != expected) {
      throw new BadMessageException(
          "%d %s, where %d were asked for".formatted(size, what, expected));
    }
  }

  @Override
  public ModelGradient fork() {
    checks.requireOpen(closed);
    return worker.connecting(
        errors,
        "opening another session",
        () -> {
          connection.putByte(Requests.FORK);
          connection.flush();
          Worker.requireDone(connection, errors);
          Connection other = worker.accept(connection.getLong());
          return new IsolatedModel(worker, other, info, warnings, errors);
        });
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      worker.release(connection);
    }
  }
}
