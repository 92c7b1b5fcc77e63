package org.liegg.isolation;

import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
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
  /** What a worker proves with that a connection is its own; told over its standard input. */
  static final int TOKEN = 32;

  private static final long START_SECONDS = 60;
  private static final long END_SECONDS = 10;

  /** How long what an ended worker has sent may be read. */
  private static final long LAST_WORDS_SECONDS = 2;

  /** What is asked of a worker, and read of its answer. */
  interface Call<T> {
    T run() throws IOException;
  }

  private final WorkerSettings settings;
  private final Path folder;
  private final ServerSocketChannel server;
  private final byte[] token = new byte[TOKEN];
  private final Process process;
  private final WorkerOutput output;
  private final ScheduledThreadPoolExecutor watch;
  private final Thread atShutdown = new Thread(this::endWithProcess, "liegg-worker-end");
  private final Set<Connection> connections = ConcurrentHashMap.newKeySet();

  /** Held while a new session connects, so that nobody takes another's connection. */
  private final ReentrantLock connecting = new ReentrantLock();

  private @Nullable Connection control;
  private volatile boolean expired;
  private volatile boolean killed;
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
    folder = WorkerFolder.create();
    server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    try {
      server.bind(UnixDomainSocketAddress.of(WorkerCommand.socket(folder)));
      process = new WorkerCommand(settings, folder, program).builder().start();
    } catch (IOException e) {
      server.close();
      WorkerFolder.delete(folder);
      throw e;
    }
    output = new WorkerOutput(process.getInputStream());
    watch = new ScheduledThreadPoolExecutor(1, Worker::daemon);
    watch.setRemoveOnCancelPolicy(true);
    Runtime.getRuntime().addShutdownHook(atShutdown);
    daemon(this::awaitEnd).start();
    tellToken();
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "liegg-worker-watch");
    thread.setDaemon(true);
    return thread;
  }

  /** The stream stays open: the worker ends when it closes, and so when this process does. */
  private void tellToken() {
    new SecureRandom().nextBytes(token);
    OutputStream input = process.getOutputStream();
    try {
      input.write(token);
      input.flush();
    } catch (IOException e) {
      // It has ended already, which the first call finds out and explains.
      process.destroyForcibly();
    }
  }

  /** Whether it can be asked for anything. */
  boolean isAlive() {
    return process.isAlive() && !killed;
  }

  long pid() {
    return process.pid();
  }

  Path folder() {
    return folder;
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
    while (true) {
      Connection connection = new Connection(server.accept());
      connections.add(connection);
      if (MessageDigest.isEqual(token, connection.getBytes(TOKEN))) {
        if (connection.getLong() != session) {
          throw new BadMessageException("another session has connected");
        }
        return connection;
      }
      release(connection);
    }
  }

  /** Closes the connection of a session. */
  void release(Connection connection) {
    connections.remove(connection);
    try {
      connection.close();
    } catch (IOException e) {
      // There is nothing left to lose on it.
      return;
    }
  }

  private Connection control(WorkerErrors errors) {
    requireOpen();
    if (control != null) {
      return control;
    }
    Future<?> alarm = watch.schedule(this::kill, START_SECONDS, TimeUnit.SECONDS);
    try {
      Connection accepted = accept(0);
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
    if (late || !hasEnded()) {
      kill();
      return errors.notStarted("it did not report within %d s".formatted(START_SECONDS), e);
    }
    output.await();
    return errors.notStarted(
        "it ended with %d%s"
            .formatted(process.exitValue(), output.cause().map(": %s"::formatted).orElse("")),
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
    if (!hasEnded()) {
      return protocol(
          errors,
          e instanceof EOFException ? "it has closed its connection" : String.valueOf(e),
          e);
    }
    output.await();
    haltIfShutDown();
    return Files.exists(WorkerCommand.crashReport(folder))
        ? errors.crashed(doing, output.cause())
        : errors.ended(process.exitValue(), doing, output.cause());
  }

  private WorkerException protocol(WorkerErrors errors, String found, Exception e) {
    kill();
    return errors.protocol(PlainText.line(found, 300), e);
  }

  private boolean hasEnded() {
    try {
      return process.waitFor(END_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void requireOpen() {
    if (closed) {
      throw new IllegalStateException("The worker is closed");
    }
  }

  private void expire() {
    expired = true;
    kill();
  }

  /** Ends the process. Something that it has started may still hold the connections open. */
  private void kill() {
    killed = true;
    process.destroyForcibly();
    closeServer();
    connections.forEach(this::release);
  }

  /** Whoever waits for an ended worker to connect, or for the rest of an answer, waits in vain. */
  private void awaitEnd() {
    try {
      process.waitFor();
      closeServer();
      TimeUnit.SECONDS.sleep(LAST_WORDS_SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    connections.forEach(this::release);
  }

  private void closeServer() {
    try {
      server.close();
    } catch (IOException e) {
      // Nobody connects any more in either case.
      return;
    }
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
    kill();
    hasEnded();
    WorkerFolder.delete(folder);
  }
}
