package org.liegg.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.logging.LogManager;
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
    subcommands = {
      DemoCommand.class,
      ExtractCommand.class,
      CheckCommand.class,
      CompareCommand.class,
      LayersCommand.class,
      StudyCommand.class,
      PluginsCommand.class
    },
    description = {
      "Reads out of a trained neural network the symmetries that it has learned.",
      "",
      "A symmetry is a field v along which the output does not change: ∇F(x)·v(x) = 0 on the data."
          + " The defect of a field says how far that is from true: 0 is exact, 1 is chance.",
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

  @CommandLine.Spec CommandLine.Model.CommandSpec spec;

  private Main() {}

  @Override
  public void run() {
    throw new CommandLine.ParameterException(spec.commandLine(), "no command was given");
  }

  /** Runs the command and ends the process with its exit code. */
  public static void main(String[] args) {
    quietLibraries();
    Launcher launcher = Launcher.ofSystem();
    launcher.endWithIt();
    System.exit(launcher.code(run(Terminal.ofSystem(), args)));
  }

  private static void quietLibraries() {
    try (InputStream settings = Main.class.getResourceAsStream("logging.properties")) {
      LogManager.getLogManager().readConfiguration(settings);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs the command and returns its exit code. */
  static int run(Terminal terminal, String... args) {
    Main main = new Main();
    Errors errors = new Errors(terminal, main);
    CommandLine command =
        new CommandLine(main, new Commands(terminal, new Lazy<>(Liegg::create)))
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setUsageHelpWidth(Math.max(80, terminal.columns()))
            .setOut(terminal.writer(terminal.out()))
            .setErr(terminal.writer(terminal.err()))
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

  private static int execute(CommandLine command, Errors errors, String... args) {
    try {
      return command.execute(args);
    } catch (Error e) {
      return errors.handleError(e);
    }
  }
}
