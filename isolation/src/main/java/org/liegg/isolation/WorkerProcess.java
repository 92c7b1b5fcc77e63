package org.liegg.isolation;

import java.io.IOException;
import java.io.OutputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * The process of a worker, and the connections that it has made: how it starts, and how it ends
 * with whatever it holds open. Safe for use by many threads.
 */
final class WorkerProcess {
  /** What a worker proves with that a connection is its own; told over its standard input. */
  static final int TOKEN = 32;

  private static final long END_SECONDS = 10;

  /** How long what an ended worker has sent may be read. */
  private static final long LAST_WORDS_SECONDS = 2;

  private final Path folder;
  private final ServerSocketChannel server;
  private final byte[] token = new byte[TOKEN];
  private final Process process;
  private final WorkerOutput output;
  private final Set<Connection> connections = ConcurrentHashMap.newKeySet();
  private volatile boolean killed;

  /**
   * Starts a process and does not wait for it.
   *
   * @param program has the main method
   * @throws IOException if there is none
   */
  WorkerProcess(WorkerSettings settings, Class<?> program) throws IOException {
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
    daemon(this::awaitEnd).start();
    tellToken();
  }

  static Thread daemon(Runnable work) {
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

  /** What it has printed. */
  WorkerOutput output() {
    return output;
  }

  /** The status that it ended with. */
  int exitValue() {
    return process.exitValue();
  }

  /** Whether it has left the report of a crash. */
  boolean crashed() {
    return Files.exists(WorkerCommand.crashReport(folder));
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

  /** Waits a while for its end; whether it has come. */
  boolean hasEnded() {
    try {
      return process.waitFor(END_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Ends the process. Something that it has started may still hold the connections open. */
  void kill() {
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

  /** Ends it, and waits until nothing of it is left. */
  void end() {
    kill();
    hasEnded();
    WorkerFolder.delete(folder);
  }
}
