package org.liegg.cli.base;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.liegg.api.Printable;
import org.liegg.app.Liegg;
import org.liegg.cli.terminal.ProgressBars;
import org.liegg.cli.terminal.Terminal;
import picocli.CommandLine;

/** A sub-command that works by the services of {@link Liegg} and prints on a terminal. */
public abstract class LieggCommand implements Callable<Integer> {
  /** The services, made when they are first asked for. */
  protected final Supplier<Liegg> liegg;

  /** Where results and progress go. */
  protected final Terminal terminal;

  /** The command as it was given. */
  @CommandLine.Spec protected CommandLine.Model.CommandSpec spec;

  /**
   * @param liegg the services
   * @param terminal where results and progress go
   */
  protected LieggCommand(Supplier<Liegg> liegg, Terminal terminal) {
    this.liegg = liegg;
    this.terminal = terminal;
  }

  /**
   * Shows the progress of the work; the caller closes it.
   *
   * @param work what is done
   * @param unit what is counted
   */
  protected final ProgressBars progress(String work, String unit) {
    return new ProgressBars(terminal, work, unit);
  }

  /** Prints a line of the answer, without what could steer a terminal. */
  protected final void say(String line) {
    terminal.out().println(Printable.message(line));
  }

  /**
   * Wrong use of the command, to be thrown.
   *
   * @param message the option, what was found and what to do
   */
  protected final CommandLine.ParameterException usage(String message) {
    return new CommandLine.ParameterException(spec.commandLine(), message);
  }

  /**
   * Refuses options that were given and would be ignored.
   *
   * @param unused whether they would be
   * @param by what uses them, a clause such as {@code --flow uses it}
   */
  protected final void refuse(boolean unused, String by, List<String> options) {
    CommandLine.ParseResult given = spec.commandLine().getParseResult();
    options.stream()
        .filter(option -> unused && given.hasMatchedOption(option))
        .findFirst()
        .ifPresent(
            option -> {
              throw usage("%s is given, and only %s; leave it out".formatted(option, by));
            });
  }
}
