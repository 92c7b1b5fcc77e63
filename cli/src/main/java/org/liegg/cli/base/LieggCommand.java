package org.liegg.cli.base;

import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.liegg.app.Liegg;
import org.liegg.cli.terminal.ProgressBars;
import org.liegg.cli.terminal.Terminal;

/** A sub-command that works by the services of {@link Liegg} and prints on a terminal. */
public abstract class LieggCommand implements Callable<Integer> {
  /** The services, made when they are first asked for. */
  protected final Supplier<Liegg> liegg;

  /** Where results and progress go. */
  protected final Terminal terminal;

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
}
