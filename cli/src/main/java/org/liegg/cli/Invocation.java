package org.liegg.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.liegg.api.LieggException;
import org.liegg.app.Liegg;
import org.liegg.cli.config.ConfigFile;
import org.liegg.cli.config.FileArguments;
import org.liegg.cli.serve.EnvironmentWords;
import org.liegg.cli.serve.ServeCommand;
import org.liegg.cli.terminal.Terminal;
import org.liegg.study.yaml.YamlNode;
import picocli.CommandLine;

/** One call of the command: what the user said, completed from a file, read and run. */
final class Invocation {
  /** What a command shares the options of and refuses, while others have a default of it. */
  private static final Map<String, Set<String>> REFUSED =
      Map.of("check", Set.of("reference"), "layers", Set.of("output"));

  private final Terminal terminal;
  private final PluginSources plugins;
  private final Path folder;
  private final Supplier<Liegg> liegg;

  /**
   * @param folder that may hold a file of defaults and checks
   */
  Invocation(Terminal terminal, PluginSources plugins, Path folder) {
    this.terminal = terminal;
    this.plugins = plugins;
    this.folder = folder;
    this.liegg = new Lazy<>(() -> Liegg.create(plugins.path(), plugins.loader()));
  }

  /** Runs it; the exit code. */
  int run(Arguments words) {
    Arguments given = surrounded(words);
    Optional<CheckOutcome> outcome = outcome(given);
    Optional<ConfigFile> file;
    Completed completed;
    try {
      file = new Configuration(terminal, liegg).of(given, folder);
      if (file.isPresent() && isSeries(given, file.get())) {
        return new CheckSeries(this, terminal, file.get()).run(given);
      }
      completed = file.map(found -> complete(given, found, Map.of())).orElse(Completed.of(given));
    } catch (LieggException e) {
      Errors errors = new Errors(terminal, new Main(plugins), plugins, Map.of());
      int exitCode = errors.known(e);
      outcome.ifPresent(one -> errors.said().ifPresent(error -> one.failed(error, terminal)));
      return exitCode;
    }
    Optional<CheckOutcome> last = outcome(completed.arguments());
    return run(completed, last.orElseGet(() -> CheckOutcome.alone(completed.arguments())), last);
  }

  /** Runs a check as one of several; the exit code. */
  int run(Completed completed, CheckOutcome outcome) {
    return run(completed, outcome, Optional.of(outcome));
  }

  private int run(Completed completed, CheckOutcome heard, Optional<CheckOutcome> outcome) {
    Main main = new Main(plugins);
    Errors errors = new Errors(terminal, main, plugins, completed.places());
    String[] args = completed.arguments().array();
    CommandLine command = new CommandLine(main);
    new Commands(terminal, liegg, heard).addTo(command, args);
    command
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setUsageHelpWidth(Math.max(80, terminal.columns()))
        .setOut(terminal.writer(terminal.out()))
        .setErr(terminal.writer(terminal.err()))
        .setExecutionStrategy(result -> execute(result, main))
        .setParameterExceptionHandler(errors)
        .setExecutionExceptionHandler(errors);
    int exitCode = errors.ifNothingWasLost(execute(command, errors, args));
    errors.said().ifPresent(error -> outcome.ifPresent(one -> one.failed(error, terminal)));
    return exitCode;
  }

  /** What the user said, then values of a check, then the file's defaults. */
  Completed complete(Arguments given, ConfigFile file, Map<String, YamlNode> values) {
    CommandLine all = Main.commandLine(terminal, liegg);
    CommandLine command = all.getSubcommands().get(given.command().orElse(""));
    if (command == null) {
      return Completed.of(given);
    }
    FileArguments more =
        new FileArguments(command.getCommandSpec(), file.folder(), given.options());
    more.add(values);
    boolean serves = command.getCommandName().equals(ServeCommand.NAME);
    Map<String, YamlNode> defaults = new LinkedHashMap<>(serves ? file.serve() : file.defaults());
    defaults.keySet().removeAll(REFUSED.getOrDefault(command.getCommandName(), Set.of()));
    more.add(defaults);
    return new Completed(given.with(more.words()), more.places());
  }

  /** What the environment says to a service besides. */
  private Arguments surrounded(Arguments given) {
    if (given.command().filter(ServeCommand.NAME::equals).isEmpty()
        || given.has("--help", "-h", "--version", "-V")) {
      return given;
    }
    CommandLine serve = new CommandLine(new ServeCommand(liegg, terminal, System.getenv()));
    return given.with(
        EnvironmentWords.of(serve.getCommandSpec(), System.getenv(), given.options()));
  }

  private static Optional<CheckOutcome> outcome(Arguments given) {
    return given
        .command()
        .filter(CheckOutcome.COMMAND::equals)
        .map(check -> CheckOutcome.alone(given));
  }

  private static boolean isSeries(Arguments given, ConfigFile file) {
    return given.command().filter(CheckOutcome.COMMAND::equals).isPresent()
        && !given.has("--model")
        && !file.checks().isEmpty();
  }

  /** Runs what was asked for, with the plug-ins that were named checked first, needed or not. */
  private int execute(CommandLine.ParseResult asked, Main main) {
    Integer help = CommandLine.executeHelpRequest(asked);
    if (help != null) {
      return help;
    }
    CommandLine command = asked.commandSpec().commandLine();
    if (main.quiet && main.verbose) {
      throw new CommandLine.ParameterException(
          command, "--quiet and --verbose are given; they contradict each other");
    }
    try {
      plugins.resolve();
    } catch (LieggException e) {
      throw new CommandLine.ParameterException(command, String.valueOf(e.getMessage()), e);
    }
    terminal.verbosity().set(main.quiet, main.verbose);
    terminal.detail(RunDetails.start());
    return terminal
        .verbosity()
        .during(
            terminal.err(), () -> plugins.during(() -> new CommandLine.RunLast().execute(asked)));
  }

  private static int execute(CommandLine command, Errors errors, String... args) {
    try {
      return command.execute(args);
    } catch (Error e) {
      return errors.handleError(e);
    }
  }

  /**
   * Arguments with what the file adds.
   *
   * @param arguments all of them
   * @param places where those of the file stand there, by option
   */
  record Completed(Arguments arguments, Map<String, String> places) {

    /** Nothing is added. */
    static Completed of(Arguments given) {
      return new Completed(given, Map.of());
    }
  }
}
