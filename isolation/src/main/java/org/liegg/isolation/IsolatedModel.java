package org.liegg.isolation;

import java.io.IOException;
import java.util.List;
import org.liegg.api.Batch;
import org.liegg.api.ModelInfo;
import org.liegg.api.Warning;
import org.liegg.api.spi.ModelGradient;
import org.liegg.api.spi.support.AbstractModelGradient;

/** A session in a worker. What comes back has the sizes that were asked for, and is finite. */
final class IsolatedModel extends AbstractModelGradient {
  private final Worker worker;
  private final Connection connection;
  private final WorkerErrors errors;

  IsolatedModel(
      Worker worker,
      Connection connection,
      ModelInfo info,
      List<Warning> warnings,
      WorkerErrors errors) {
    super(info, warnings);
    this.worker = worker;
    this.connection = connection;
    this.errors = errors;
  }

  @Override
  protected void compute(Batch batch, double[] responses, double[] jacobians) {
    ModelInfo info = info();
    worker.call(
        errors,
        "differentiating %d samples".formatted(batch.rows()),
        () -> {
          request(Requests.JACOBIANS, batch);
          requireSize("outputs", info.outputSize());
          requireSize("inputs", info.inputSize());
          connection.getDoubles(responses);
          return connection.getDoubles(jacobians);
        });
  }

  @Override
  protected void compute(Batch batch, double[] responses) {
    ModelInfo info = info();
    worker.call(
        errors,
        "computing the outputs of %d samples".formatted(batch.rows()),
        () -> {
          request(Requests.OUTPUTS, batch);
          requireSize("outputs", info.outputSize());
          return connection.getDoubles(responses);
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
  protected ModelGradient forked() {
    return worker.connecting(
        errors,
        "opening another session",
        () -> {
          connection.putByte(Requests.FORK);
          connection.flush();
          Worker.requireDone(connection, errors);
          Connection other = worker.accept(connection.getLong());
          return new IsolatedModel(worker, other, info(), warnings(), errors);
        });
  }

  @Override
  protected void release() {
    worker.release(connection);
  }
}
