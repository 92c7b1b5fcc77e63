package org.liegg.service;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.liegg.app.Liegg;
import org.liegg.client.LieggClient;
import org.liegg.service.settings.ServiceSettings;

/** A service in a process of its own, which can be killed. */
final class ServiceProcess implements AutoCloseable {
  private static final String LISTENING = "listening ";

  private final Process process;
  private final URI address;

  private ServiceProcess(Process process, URI address) {
    this.process = process;
    this.address = address;
  }

  /**
   * Starts one, and waits until it listens.
   *
   * @param arguments the folder, the number of workers, the memory of each in MB, and where it is
   *     not SQLite the URL of the database
   */
  static ServiceProcess start(String heap, Object... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx" + heap, "-cp", System.getProperty("java.class.path")));
    command.add(ServiceProcess.class.getName());
    for (Object each : arguments) {
      command.add(each.toString());
    }
    try {
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      BufferedReader out =
          new BufferedReader(
              new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
      String line = out.readLine();
      if (line == null || !line.startsWith(LISTENING)) {
        throw new IllegalStateException("It did not start: " + line);
      }
      return new ServiceProcess(process, URI.create(line.substring(LISTENING.length())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What runs there. */
  public static void main(String[] args) throws InterruptedException {
    ServiceSettings local = ServiceSettings.local(0, Path.of(args[0]));
    ServiceSettings settings =
        local
            .with(
                local
                    .work()
                    .withWorkers(Integer.parseInt(args[1]))
                    .withMemory(Long.parseLong(args[2]) << 20))
            .with(local.limits().withRequests(100_000).withDrain(Duration.ZERO));
    if (args.length > 3) {
      settings = settings.with(settings.storage().withDatabase(args[3]));
    }
    Service service = Service.start(settings, Liegg.create());
    System.out.println(LISTENING + service.address());
    Runtime.getRuntime().addShutdownHook(new Thread(service::close));
    new CountDownLatch(1).await();
  }

  LieggClient client() {
    return LieggClient.builder(address).build();
  }

  long pid() {
    return process.pid();
  }

  /** As {@code kill -9} does. */
  void kill() {
    try {
      process.destroyForcibly().waitFor();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
