package org.liegg.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.logging.LogManager;
import org.jspecify.annotations.Nullable;
import org.liegg.app.Liegg;
import org.liegg.cli.terminal.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The {@code liegg} command. */
@Command(
    name = "liegg",
    versionProvider = Version.class,
    mixinStandardHelpOptions = true,
    scope = CommandLine.ScopeType.INHERIT,
    description = {
      "Reads out of a trained neural network the symmetries that it has learned.",
      "",
      "A symmetry is a field v along which the output does not change: ∇F(x)·v(x) = 0 on the data."
          + " The defect of a field says how far that is from true: 0 is exact, 1 is what a model"
          + " that has nothing to do with the field would give.",
      ""
    },
    footer = {
      "",
      "Try:",
      "  liegg demo                                  trains a small network and extracts",
      "  liegg extract --model net.zip --data x.npy  the symmetries of your own",
      "",
      "Exit codes: 0 done, 1 the answer is no, 2 wrong use or bad input, 3 not enough evidence,"
          + " 70 internal error, also of Java itself, 130 interrupted."
    })
public final class Main implements Runnable {
  @Option(
      names = "--stacktrace",
      scope = CommandLine.ScopeType.INHERIT,
      description = "Show where an error was thrown.")
  boolean stacktrace;

  @Option(
      names = "--quiet",
      scope = CommandLine.ScopeType.INHERIT,
      description = "Print results and errors only: no progress, no warnings of libraries.")
  boolean quiet;

  @Option(
      names = "--verbose",
      scope = CommandLine.ScopeType.INHERIT,
      description = {
        "Say on standard error what is done and chosen: engine, decomposition and kernel, each with"
            + " the reason, and the times by stage."
      })
  boolean verbose;

  @Option(
      names = "--config",
      scope = CommandLine.ScopeType.INHERIT,
      paramLabel = "FILE",
      description = {
        "Where defaults of options and checks are read from. What the command line says comes"
            + " first. Default: liegg.yaml, where the current folder has one."
      })
  @Nullable Path config;

  @Option(
      names = "--plugins",
      scope = CommandLine.ScopeType.INHERIT,
      paramLabel = "DIR|JAR[:…]",
      description = {
        "Engines, decompositions and group types of others: jars, or folders of jars, which run as"
            + " part of this program. May be given several times. Those that LIEGG_PLUGINS names"
            + " in the same form are added, and those in the folder plugins beside the launcher."
      })
  void plugins(List<String> named) {
    plugins.option(named);
  }

  @CommandLine.Spec CommandLine.Model.CommandSpec spec;

  private final PluginSources plugins;

  Main(PluginSources plugins) {
    this.plugins = plugins;
  }

  @Override
  public void run() {
    throw new CommandLine.ParameterException(spec.commandLine(), "no command was given");
  }

  /** Runs the command and ends the process with its exit code. */
  public static void main(String[] args) {
    Terminal terminal = Terminal.ofSystem();
    // Loggers and the progress bar find it there.
    System.setErr(terminal.err());
    quietLibraries();
    Launcher launcher = Launcher.ofSystem();
    launcher.endWithIt();
    System.exit(launcher.code(run(terminal, PluginSources.ofSystem(), args)));
  }

  static void quietLibraries() {
    try (InputStream settings = Main.class.getResourceAsStream("logging.properties")) {
      LogManager.getLogManager().readConfiguration(settings);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The whole command line, for what speaks of it and runs nothing. */
  static CommandLine commandLine(Terminal terminal, Supplier<Liegg> liegg) {
    CommandLine command = new CommandLine(new Main(PluginSources.ofSystem()));
    new Commands(terminal, liegg, CheckOutcome.alone(new Arguments(List.of()))).addTo(command);
    return command;
  }

  /** Runs the command in the current folder and returns its exit code. */
  static int run(Terminal terminal, PluginSources plugins, String... args) {
    return new Invocation(terminal, plugins, Path.of("")).run(new Arguments(List.of(args)));
  }
}
