package org.liegg.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A PostgreSQL of this machine's packages, for one test, on a free port. */
final class PostgresServer implements AutoCloseable {
  private static final Path VERSIONS = Path.of("/usr/lib/postgresql");
  private static final String USER = "liegg";

  private final Path folder;
  private final Path programs;
  private final int port;

  private PostgresServer(Path folder, Path programs, int port) {
    this.folder = folder;
    this.programs = programs;
    this.port = port;
  }

  /** The folder of its programs, where it is installed and can be run by this user. */
  static Optional<Path> programs() {
    if (!Files.isDirectory(VERSIONS)) {
      return Optional.empty();
    }
    try (Stream<Path> versions = Files.list(VERSIONS)) {
      return versions
          .map(version -> version.resolve("bin"))
          .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
          .filter(bin -> !isRoot() || Files.isExecutable(Path.of("/usr/sbin/runuser")))
          .findFirst();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** It refuses to run as root. */
  private static boolean isRoot() {
    return "root".equals(System.getProperty("user.name"));
  }

  static PostgresServer start(Path programs) throws IOException {
    Path folder = Files.createTempDirectory("liegg-postgres");
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    PostgresServer server = new PostgresServer(folder, programs, port);
    if (isRoot()) {
      run(List.of("chown", "postgres", folder.toString()));
    }
    server.asItsUser("initdb", "-D", server.data(), "-U", USER, "-A", "trust", "--no-sync");
    server.asItsUser(
        "pg_ctl",
        "-D",
        server.data(),
        "-w",
        "-l",
        folder.resolve("log").toString(),
        "-o",
        "-p %d -k %s -c listen_addresses=127.0.0.1 -c fsync=off".formatted(port, folder),
        "start");
    return server;
  }

  private String data() {
    return folder.resolve("data").toString();
  }

  String url() {
    return "jdbc:postgresql://127.0.0.1:%d/postgres?user=%s".formatted(port, USER);
  }

  private void asItsUser(String program, String... arguments) {
    List<String> command = new ArrayList<>();
    if (isRoot()) {
      command.addAll(List.of("/usr/sbin/runuser", "-u", "postgres", "--"));
    }
    command.add(programs.resolve(program).toString());
    command.addAll(List.of(arguments));
    run(command);
  }

  private static void run(List<String> command) {
    try {
      Process process =
          new ProcessBuilder(command)
              .directory(Path.of("/tmp").toFile())
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (!process.waitFor(2, TimeUnit.MINUTES) || process.exitValue() != 0) {
        throw new IllegalStateException("It failed: " + String.join(" ", command));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    asItsUser("pg_ctl", "-D", data(), "-m", "immediate", "stop");
    run(List.of("rm", "-rf", folder.toString()));
  }
}
