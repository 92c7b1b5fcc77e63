package org.liegg.isolation;

import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.liegg.api.LieggException;

/**
 * A worker process, as its parent sees it. Every call has a time limit, at which the process is
 * ended; it also ends with {@link #close}, and with this process. Safe for use by many threads.
 */
final class Worker implements AutoCloseable {
  private static final long START_SECONDS = 60;

  /** What is asked of a worker, and read of its answer. */
  interface Call<T> {
    T run() throws IOException;
  }

  private final WorkerSettings settings;
  private final WorkerProcess process;
  private final ScheduledThreadPoolExecutor watch;
  private final Thread atShutdown = new Thread(this::endWithProcess, "liegg-worker-end");

  /** Held while a new session connects, so that nobody takes another's connection. */
  private final ReentrantLock connecting = new ReentrantLock();

  private @Nullable Connection control;
  private volatile boolean expired;
  private volatile boolean closed;
  private volatile boolean shutdown;

  /**
   * Starts a process and does not wait for it.
   *
   * @param program has the main method
   * @throws IOException if there is none
   */
  Worker(WorkerSettings settings, Class<?> program) throws IOException {
    this.settings = settings;
    process = new WorkerProcess(settings, program);
    watch = new ScheduledThreadPoolExecutor(1, WorkerProcess::daemon);
    watch.setRemoveOnCancelPolicy(true);
    Runtime.getRuntime().addShutdownHook(atShutdown);
  }

  /** Whether it can be asked for anything. */
  boolean isAlive() {
    return process.isAlive();
  }

  long pid() {
    return process.pid();
  }

  Path folder() {
    return process.folder();
  }

  /** Does a call on the connection that opens models; one at a time. */
  <T> T control(WorkerErrors errors, String doing, ControlCall<T> call) {
    connecting.lock();
    try {
      Connection connection = control(errors);
      return call(errors, doing, () -> call.run(connection));
    } finally {
      connecting.unlock();
    }
  }

  /** What is asked over the connection that opens models. */
  interface ControlCall<T> {
    T run(Connection connection) throws IOException;
  }

  /** Does a call that makes another session; one at a time, so that each gets its own. */
  <T> T connecting(WorkerErrors errors, String doing, Call<T> call) {
    connecting.lock();
    try {
      return call(errors, doing, call);
    } finally {
      connecting.unlock();
    }
  }

  /** Does a call within the time limit. What goes wrong is an error that says why. */
  <T> T call(WorkerErrors errors, String doing, Call<T> call) {
    requireOpen();
    Future<?> alarm =
        watch.schedule(this::expire, settings.callLimit().toNanos(), TimeUnit.NANOSECONDS);
    try {
      return call.run();
    } catch (IOException e) {
      throw failure(errors, doing, e);
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw protocol(errors, String.valueOf(e.getMessage()), e);
    } finally {
      alarm.cancel(false);
    }
  }

  /** Reads whether a request was granted, and throws the error where it was not. */
  static void requireDone(Connection connection, WorkerErrors errors) throws IOException {
    if (connection.getBoolean()) {
      throw Failures.get(connection, errors);
    }
  }

  /** The connection of the session that was made last. */
  Connection accept(long session) throws IOException {
    return process.accept(session);
  }

  /** Closes the connection of a session. */
  void release(Connection connection) {
    process.release(connection);
  }

  private Connection control(WorkerErrors errors) {
    requireOpen();
    if (control != null) {
      return control;
    }
    Future<?> alarm = watch.schedule(process::kill, START_SECONDS, TimeUnit.SECONDS);
    try {
      Connection accepted = process.accept(0);
      control = accepted;
      return accepted;
    } catch (IOException e) {
      throw neverReported(errors, e, alarm.isDone());
    } finally {
      alarm.cancel(false);
    }
  }

  private LieggException neverReported(WorkerErrors errors, IOException e, boolean late) {
    if (e instanceof ClosedByInterruptException) {
      return errors.interrupted(e);
    }
    haltIfShutDown();
    if (late || !process.hasEnded()) {
      process.kill();
      return errors.notStarted("it did not report within %d s".formatted(START_SECONDS), e);
    }
    process.output().await();
    return errors.notStarted(
        "it ended with %d%s"
            .formatted(
                process.exitValue(), process.output().cause().map(": %s"::formatted).orElse("")),
        e);
  }

  private LieggException failure(WorkerErrors errors, String doing, IOException e) {
    if (e instanceof ClosedByInterruptException) {
      return errors.interrupted(e);
    }
    haltIfShutDown();
    if (expired) {
      return errors.timeout(doing);
    }
    requireOpen();
    if (e instanceof BadMessageException) {
      return protocol(errors, String.valueOf(e.getMessage()), e);
    }
    if (!process.hasEnded()) {
      return protocol(
          errors,
          e instanceof EOFException ? "it has closed its connection" : String.valueOf(e),
          e);
    }
    process.output().await();
    haltIfShutDown();
    return process.crashed()
        ? errors.crashed(doing, process.output().cause())
        : errors.ended(process.exitValue(), doing, process.output().cause());
  }

  private WorkerException protocol(WorkerErrors errors, String found, Exception e) {
    process.kill();
    return errors.protocol(PlainText.line(found, 300), e);
  }

  private void requireOpen() {
    if (closed) {
      throw new IllegalStateException("The worker is closed");
    }
  }

  private void expire() {
    expired = true;
    process.kill();
  }

  /** This process ends: whoever waits for an answer need not hear why there is none. */
  private void haltIfShutDown() {
    if (shutdown) {
      try {
        new CountDownLatch(1).await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void endWithProcess() {
    shutdown = true;
    end();
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    try {
      Runtime.getRuntime().removeShutdownHook(atShutdown);
    } catch (IllegalStateException e) {
      // It is running, and does the same.
      return;
    }
    end();
  }

  private void end() {
    watch.shutdownNow();
    process.end();
  }
}
