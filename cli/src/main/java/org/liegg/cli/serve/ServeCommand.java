package org.liegg.cli.serve;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.liegg.app.Liegg;
import org.liegg.app.Plugins;
import org.liegg.cli.base.ExitCode;
import org.liegg.cli.base.LieggCommand;
import org.liegg.cli.terminal.Terminal;
import org.liegg.service.Service;
import org.liegg.service.settings.ServiceSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code liegg serve}: analyses for those who ask by HTTP, and a dashboard. */
@Command(
    name = ServeCommand.NAME,
    description = {
      "Runs analyses for a team: REST, a dashboard for browsers, jobs in processes of their own,"
          + " history by model and version, metrics. Nothing else has to run. It ends with what is"
          + " in work done when it is told to stop, and loses no accepted analysis when it is"
          + " killed. Every option may also be said by the environment, as LIEGG_SERVE_ and its"
          + " name in capitals, or in the part serve of liegg.yaml.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  liegg serve --data /var/lib/liegg",
      "  liegg serve --data d --port 0 --root models --workers 2",
      "  LIEGG_SERVE_TOKEN=$(openssl rand -hex 32) liegg serve --data d --host 0.0.0.0 \\",
      "      --tls-certificate chain.pem --tls-key key.pem",
      "  liegg serve --data d --print-config"
    })
public final class ServeCommand extends LieggCommand {
  /** What it is called. */
  public static final String NAME = "serve";

  private final Map<String, String> environment;

  @Mixin private final NetworkOptions network = new NetworkOptions();
  @Mixin private final StorageOptions storage = new StorageOptions();
  @Mixin private final WorkOptions work = new WorkOptions();

  @Option(
      names = "--log",
      paramLabel = "text|json",
      defaultValue = "text",
      description = "How the service logs on standard error. Default: ${DEFAULT-VALUE}.")
  LogFormat log = LogFormat.TEXT;

  @Option(
      names = "--access-log",
      description = "Log every request: method, path, status, time and address.")
  boolean accessLog;

  @Option(
      names = "--print-config",
      description = "Print what it would run with, as liegg.yaml takes it, and do not start.")
  boolean printConfig;

  /**
   * A service that is not started yet.
   *
   * @param environment variables of it
   */
  public ServeCommand(Supplier<Liegg> liegg, Terminal terminal, Map<String, String> environment) {
    super(liegg, terminal);
    this.environment = environment;
  }

  @Override
  public Integer call() throws InterruptedException {
    Optional<String> token = Optional.ofNullable(environment.get(NetworkOptions.TOKEN));
    ServiceSettings settings =
        new ServiceSettings(network.network(token), storage.storage(), work.work(), work.limits());
    if (printConfig) {
      terminal.out().print(PrintedConfig.of(spec, EnvironmentWords.names(spec)));
      return ExitCode.DONE;
    }
    ServiceLog.begin(terminal.err(), log, accessLog);
    List<Path> plugins = liegg.get().plugins().jars().stream().map(Plugins.Jar::path).toList();
    Service service = Service.start(settings, liegg.get(), plugins);
    CountDownLatch stopped = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  service.close();
                  stopped.countDown();
                },
                "liegg-service-stop"));
    say("Listening on " + service.address());
    terminal.out().flush();
    stopped.await();
    return ExitCode.DONE;
  }
}
