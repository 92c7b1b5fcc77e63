package org.liegg.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Supplier;
import java.util.logging.LogManager;
import org.liegg.api.LieggException;
import org.liegg.app.Liegg;
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

  private Main(PluginSources plugins) {
    this.plugins = plugins;
  }

  @Override
  public void run() {
    throw new CommandLine.ParameterException(spec.commandLine(), "no command was given");
  }

  /** Runs the command and ends the process with its exit code. */
  public static void main(String[] args) {
    quietLibraries();
    Launcher launcher = Launcher.ofSystem();
    launcher.endWithIt();
    System.exit(launcher.code(run(Terminal.ofSystem(), PluginSources.ofSystem(), args)));
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
    new Commands(terminal, liegg).addTo(command);
    return command;
  }

  /** Runs the command and returns its exit code. */
  static int run(Terminal terminal, PluginSources plugins, String... args) {
    Main main = new Main(plugins);
    Errors errors = new Errors(terminal, main, plugins);
    Lazy<Liegg> liegg = new Lazy<>(() -> Liegg.create(plugins.path(), plugins.loader()));
    CommandLine command = new CommandLine(main);
    new Commands(terminal, liegg).addTo(command, args);
    command
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setUsageHelpWidth(Math.max(80, terminal.columns()))
        .setOut(terminal.writer(terminal.out()))
        .setErr(terminal.writer(terminal.err()))
        .setExecutionStrategy(result -> execute(result, plugins))
        .setParameterExceptionHandler(errors)
        .setExecutionExceptionHandler(errors);
    int exitCode = errors.ifNothingWasLost(execute(command, errors, args));
    errors
        .said()
        .ifPresent(
            error ->
                CheckOutcome.asked(List.of(args))
                    .ifPresent(outcome -> outcome.failed(error, terminal)));
    return exitCode;
  }

  /** Runs what was asked for, with the plug-ins that were named checked first, needed or not. */
  private static int execute(CommandLine.ParseResult asked, PluginSources plugins) {
    Integer help = CommandLine.executeHelpRequest(asked);
    if (help != null) {
      return help;
    }
    try {
      plugins.resolve();
    } catch (LieggException e) {
      throw new CommandLine.ParameterException(
          asked.commandSpec().commandLine(), String.valueOf(e.getMessage()), e);
    }
    return plugins.during(() -> new CommandLine.RunLast().execute(asked));
  }

  private static int execute(CommandLine command, Errors errors, String... args) {
    try {
      return command.execute(args);
    } catch (Error e) {
      return errors.handleError(e);
    }
  }
}
