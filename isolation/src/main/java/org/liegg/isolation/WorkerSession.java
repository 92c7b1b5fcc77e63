package org.liegg.isolation;

import java.io.IOException;
import org.liegg.api.Batch;
import org.liegg.api.Jacobians;
import org.liegg.api.spi.ModelGradient;

/**
 * A session in the worker: answers on its connection until the parent closes it.
 *
 * @param server begins further sessions
 * @param model that answers, closed at the end
 * @param connection to the parent, closed at the end
 */
record WorkerSession(WorkerServer server, ModelGradient model, Connection connection) {

  void serve() {
    try (model;
        connection) {
      while (true) {
        answer(connection.getByte());
        connection.flush();
      }
    } catch (IOException e) {
      // The parent has closed the session, or is gone.
      return;
    }
  }

  private void answer(int kind) throws IOException {
    try {
      switch (kind) {
        case Requests.JACOBIANS -> jacobians(model.jacobians(Requests.getBatch(connection)));
        case Requests.OUTPUTS -> outputs(model.outputs(Requests.getBatch(connection)));
        case Requests.FORK -> forked(server.begin(model.fork()));
        default -> throw new BadMessageException("a request of kind " + kind);
      }
    } catch (RuntimeException | Error e) {
      server.fail(connection, e);
    }
  }

  private void jacobians(Jacobians found) throws IOException {
    connection.putByte(Answers.DONE);
    connection.putInt(found.samples());
    connection.putInt(found.outputs());
    connection.putInt(found.inputs());
    connection.putDoubles(found.responses());
    connection.putDoubles(found.values());
  }

  private void outputs(Batch found) throws IOException {
    connection.putByte(Answers.DONE);
    connection.putInt(found.rows());
    connection.putInt(found.columns());
    connection.putDoubles(found.values());
  }

  private void forked(long session) throws IOException {
    connection.putByte(Answers.DONE);
    connection.putLong(session);
  }
}
