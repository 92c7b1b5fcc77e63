package org.liegg.cli;

import java.util.Optional;
import org.liegg.api.LieggException;
import org.liegg.isolation.WorkerException;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * One line for an error, with its code; the stack trace only where it was asked for, or where the
 * fault is ours.
 */
final class Errors
    implements CommandLine.IParameterExceptionHandler, CommandLine.IExecutionExceptionHandler {
  private final Terminal terminal;
  private final Liegg options;
  private Optional<String> said = Optional.empty();

  Errors(Terminal terminal, Liegg options) {
    this.terminal = terminal;
    this.options = options;
  }

  @Override
  public int handleParseException(ParameterException e, String[] args) {
    if (e.getCause() instanceof LieggException ours) {
      return badInput(ours);
    }
    String command = e.getCommandLine().getCommandSpec().qualifiedName();
    String found = String.valueOf(e.getMessage()).replaceAll("\\s*\\R\\s*", " ");
    say(
        "LIEGG-USAGE: %s: %s; see %s --help"
            .formatted(command, lowerFirst(found) + suggestion(e), command));
    return ExitCode.BAD_INPUT;
  }

  @Override
  public int handleExecutionException(Exception e, CommandLine commandLine, ParseResult result) {
    if (e instanceof WorkerException worker) {
      return coded(worker, ExitCode.INTERNAL_ERROR);
    }
    if (e instanceof LieggException ours) {
      return badInput(ours);
    }
    return internal(e);
  }

  /** What is beyond an exception: no memory, or a class path that does not fit together. */
  int handleError(Error e) {
    if (e instanceof OutOfMemoryError) {
      say(
          ("LIEGG-OUT-OF-MEMORY: Java heap of %d MB: it is exhausted (%s); give more, e.g."
                  + " LIEGG_JAVA_OPTS=-Xmx8g, or use a smaller --batch-size")
              .formatted(Runtime.getRuntime().maxMemory() >> 20, e.getMessage()));
      return ExitCode.INTERNAL_ERROR;
    }
    return internal(e);
  }

  /** The error that was said, if there was one: its code, a colon, and the rest of the line. */
  Optional<String> said() {
    return said;
  }

  private void say(String message) {
    said = Optional.of(message);
    terminal.err().printf("liegg: %s%n", message);
  }

  private int internal(Throwable e) {
    say(
        "LIEGG-INTERNAL: %s; this is a fault of liegg, please report it with the lines below"
            .formatted(e));
    e.printStackTrace(terminal.err());
    return ExitCode.INTERNAL_ERROR;
  }

  private int badInput(LieggException e) {
    return coded(e, ExitCode.BAD_INPUT);
  }

  private int coded(LieggException e, int exitCode) {
    say(String.valueOf(e.getMessage()));
    if (options.stacktrace) {
      e.printStackTrace(terminal.err());
    }
    return exitCode;
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
