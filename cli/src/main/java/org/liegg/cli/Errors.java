package org.liegg.cli;

import java.util.Map;
import java.util.Optional;
import org.liegg.api.LieggException;
import org.liegg.api.OutputException;
import org.liegg.api.PluginException;
import org.liegg.api.Printable;
import org.liegg.cli.base.ExitCode;
import org.liegg.cli.terminal.PrintableFormatter;
import org.liegg.cli.terminal.ResultStream;
import org.liegg.cli.terminal.Terminal;
import org.liegg.isolation.WorkerException;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * One line for an error, with its code; the stack trace only where it was asked for, or where the
 * fault is ours.
 */
final class Errors
    implements CommandLine.IParameterExceptionHandler, CommandLine.IExecutionExceptionHandler {
  private final Terminal terminal;
  private final Main options;
  private final PluginSources plugins;
  private final Map<String, String> places;
  private Optional<String> said = Optional.empty();

  /**
   * @param places where options stand that come from a file, by their names
   */
  Errors(Terminal terminal, Main options, PluginSources plugins, Map<String, String> places) {
    this.terminal = terminal;
    this.options = options;
    this.plugins = plugins;
    this.places = places;
  }

  @Override
  public int handleParseException(ParameterException e, String[] args) {
    if (e.getCause() instanceof LieggException ours) {
      return known(ours);
    }
    String command = e.getCommandLine().getCommandSpec().qualifiedName();
    String found = Printable.message(String.valueOf(e.getMessage())).replaceFirst("\\.$", "");
    say(
        "LIEGG-USAGE: %s: %s; see %s --help"
            .formatted(command, lowerFirst(found) + place(e) + suggestion(e), command));
    return ExitCode.BAD_INPUT;
  }

  @Override
  public int handleExecutionException(Exception e, CommandLine commandLine, ParseResult result) {
    if (e instanceof WorkerException || e instanceof PluginException) {
      return coded((LieggException) e, ExitCode.INTERNAL_ERROR);
    }
    if (e instanceof LieggException ours) {
      return known(ours);
    }
    return internal(e);
  }

  /** What is beyond an exception: no memory, or a class path that does not fit together. */
  int handleError(Error e) {
    if (e instanceof OutOfMemoryError) {
      long heap = Runtime.getRuntime().maxMemory() >> 20;
      say(
          ("LIEGG-OUT-OF-MEMORY: Java heap of %d MB: it is exhausted (%s); give more, e.g."
                  + " LIEGG_JAVA_OPTS=-Xmx%dm, or use a smaller --batch-size, or --threads 1")
              .formatted(heap, e.getMessage(), 2 * heap));
      return ExitCode.INTERNAL_ERROR;
    }
    return internal(e);
  }

  /**
   * The exit code of what was asked, unless what was printed did not all arrive: a result that is
   * lost is an error, whatever it was. An error that was said stays the one.
   */
  int ifNothingWasLost(int exitCode) {
    Optional<String> failure = ResultStream.failure(terminal.out());
    if (failure.isEmpty() || said.isPresent()) {
      return exitCode;
    }
    say(
        ("LIEGG-OUTPUT-UNWRITABLE: standard output: writing failed: %s; what was printed is not the"
                + " whole result: check where it goes, or write to a file")
            .formatted(failure.get()));
    return ExitCode.INTERNAL_ERROR;
  }

  /** The error that was said, if there was one: its code, a colon, and the rest of the line. */
  Optional<String> said() {
    return said;
  }

  private void say(String message) {
    String line = Printable.message(message);
    said = Optional.of(line);
    terminal.err().printf("liegg: %s%n", line);
  }

  private int internal(Throwable e) {
    Optional<PluginException> plugin = plugins.blame(e);
    if (plugin.isPresent()) {
      return coded(plugin.get(), ExitCode.INTERNAL_ERROR);
    }
    say(
        "LIEGG-INTERNAL: %s; this is a fault of liegg, please report it with the lines below"
            .formatted(e));
    terminal.err().print(PrintableFormatter.trace(e));
    return ExitCode.INTERNAL_ERROR;
  }

  /** Says an error of ours; the exit code. */
  int known(LieggException e) {
    boolean lost = e instanceof OutputException output && output.isLost();
    return coded(e, lost ? ExitCode.INTERNAL_ERROR : ExitCode.BAD_INPUT);
  }

  private int coded(LieggException e, int exitCode) {
    say(String.valueOf(e.getMessage()));
    if (options.stacktrace) {
      terminal.err().print(PrintableFormatter.trace(e));
    }
    return exitCode;
  }

  /** Where a value stands that comes from a file. */
  private String place(ParameterException e) {
    return e.getArgSpec() instanceof OptionSpec option && places.containsKey(option.longestName())
        ? " (%s)".formatted(places.get(option.longestName()))
        : "";
  }

  private static String suggestion(ParameterException e) {
    if (e instanceof CommandLine.UnmatchedArgumentException unmatched
        && !unmatched.getSuggestions().isEmpty()) {
      return ", did you mean '%s'?".formatted(unmatched.getSuggestions().get(0));
    }
    return "";
  }

  private static String lowerFirst(String text) {
    return text.isEmpty() ? text : Character.toLowerCase(text.charAt(0)) + text.substring(1);
  }
}
