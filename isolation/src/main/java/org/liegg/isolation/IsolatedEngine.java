package org.liegg.isolation;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.liegg.api.ModelInfo;
import org.liegg.api.ModelLayout;
import org.liegg.api.ModelOptions;
import org.liegg.api.ModelSource;
import org.liegg.api.Precision;
import org.liegg.api.Warning;
import org.liegg.api.spi.Availability;
import org.liegg.api.spi.ModelGradient;
import org.liegg.api.spi.ModelGradientProvider;
import org.liegg.api.spi.PreparedModel;

/**
 * An engine whose models are opened, verified and differentiated in a worker process, by the engine
 * of the same name there, with the same results to the bit. Whether a file is one of the engine's
 * is still asked here: that reads a few bytes and runs nothing. Safe for use by many threads.
 *
 * <p>Errors with a code are those that the engine throws; beyond them, opening and every use of a
 * session may throw a {@link WorkerException}, or a {@link org.liegg.api.ModelException} of code
 * {@code LIEGG-WORKER-TIMEOUT}. A session whose worker has ended stays unusable; opening a model
 * again starts another worker.
 */
public final class IsolatedEngine implements ModelGradientProvider, AutoCloseable {
  private final ModelGradientProvider engine;
  private final WorkerSettings settings;
  private final Class<?> program;
  private @Nullable Worker worker;
  private boolean closed;

  /**
   * Starts a worker at once, so that it gets ready while other things are done.
   *
   * @param engine found on the class path by its name, here as in the worker
   * @param settings what the worker may use
   */
  public IsolatedEngine(ModelGradientProvider engine, WorkerSettings settings) {
    this(engine, settings, WorkerMain.class);
  }

  /** The same with another program in the worker. */
  IsolatedEngine(ModelGradientProvider engine, WorkerSettings settings, Class<?> program) {
    this.engine = engine;
    this.settings = settings;
    this.program = program;
    try {
      worker = new Worker(settings, program);
    } catch (IOException e) {
      // Whoever opens a model tries again, and has a model to name in the error.
      worker = null;
    }
  }

  @Override
  public String name() {
    return engine.name();
  }

  @Override
  public int apiVersion() {
    return engine.apiVersion();
  }

  @Override
  public int priority() {
    return engine.priority();
  }

  @Override
  public Availability availability() {
    return engine.availability();
  }

  @Override
  public boolean accepts(ModelSource source) {
    return engine.accepts(source);
  }

  @Override
  public ModelGradient open(ModelSource source, ModelOptions options) {
    return prepare(source, options).session(options.precision());
  }

  /** What is asked of a worker when a session is made; it verifies what it opens. */
  @Override
  public PreparedModel prepare(ModelSource source, ModelOptions options) {
    return new PreparedModel() {
      @Override
      public ModelGradient session(Precision precision) {
        return opened(source, options.withPrecision(precision));
      }

      @Override
      public boolean verified() {
        return true;
      }
    };
  }

  private ModelGradient opened(ModelSource source, ModelOptions options) {
    WorkerErrors errors = errors(source);
    Worker at = worker(errors);
    return at.control(
        errors,
        "opening the model",
        connection -> {
          request(connection, Requests.OPEN, source, options);
          Worker.requireDone(connection, errors);
          long session = connection.getLong();
          ModelInfo info = Answers.getInfo(connection);
          List<Warning> warnings = Answers.getWarnings(connection);
          return new IsolatedModel(at, at.accept(session), info, warnings, errors);
        });
  }

  @Override
  public ModelLayout layout(ModelSource source, ModelOptions options) {
    WorkerErrors errors = errors(source);
    return worker(errors)
        .control(
            errors,
            "listing the model's layers",
            connection -> {
              request(connection, Requests.LAYOUT, source, options);
              Worker.requireDone(connection, errors);
              return Answers.getLayout(connection);
            });
  }

  private void request(Connection to, int kind, ModelSource source, ModelOptions options)
      throws IOException {
    to.putByte(kind);
    to.putText(engine.name());
    to.putText(source.description());
    Requests.putOptions(to, options);
    to.flush();
  }

  /** A live object has no path that another process could open. */
  private WorkerErrors errors(ModelSource source) {
    WorkerErrors errors = new WorkerErrors(source.description(), settings);
    if (!(source instanceof ModelSource.File)) {
      throw errors.live();
    }
    return errors;
  }

  private synchronized Worker worker(WorkerErrors errors) {
    if (closed) {
      throw new IllegalStateException("The isolated engine %s is closed".formatted(name()));
    }
    if (worker == null || !worker.isAlive()) {
      endWorker();
      try {
        worker = new Worker(settings, program);
      } catch (IOException e) {
        throw errors.notStarted(PlainText.line(String.valueOf(e.getMessage()), 300), e);
      }
    }
    return worker;
  }

  /** The worker that models are opened in now, where there is one. */
  synchronized Optional<Worker> current() {
    return Optional.ofNullable(worker);
  }

  private void endWorker() {
    if (worker != null) {
      worker.close();
    }
  }

  /** Ends the worker, and with it every session that was opened here. */
  @Override
  public synchronized void close() {
    closed = true;
    endWorker();
  }
}
