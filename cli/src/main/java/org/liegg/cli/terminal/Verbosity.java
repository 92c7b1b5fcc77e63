package org.liegg.cli.terminal;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** How much is said beside results and errors. It is known once the options are read. */
public final class Verbosity {
  /** Kept, since the log manager does not. */
  private static final Logger OURS = Logger.getLogger("org.liegg");

  private static final Logger ALL = Logger.getLogger("");

  private boolean quiet;
  private boolean verbose;

  /** The usual one: neither quiet nor verbose. */
  public Verbosity() {}

  /** Says what {@code --quiet} and {@code --verbose} were. */
  public void set(boolean wantsQuiet, boolean wantsVerbose) {
    quiet = wantsQuiet;
    verbose = wantsVerbose;
  }

  /** Whether results and errors are all. */
  public boolean isQuiet() {
    return quiet;
  }

  /** Whether what is done and chosen is said too. */
  public boolean isVerbose() {
    return verbose;
  }

  /** Runs something while what is logged goes to the stream, as far as it is wanted. */
  public int during(PrintStream err, IntSupplier work) {
    if (quiet) {
      return silenced(work);
    }
    return verbose ? detailed(err, work) : work.getAsInt();
  }

  private static int silenced(IntSupplier work) {
    List<Runnable> restore = new ArrayList<>();
    for (Handler handler : ALL.getHandlers()) {
      Level before = handler.getLevel();
      restore.add(() -> handler.setLevel(before));
      handler.setLevel(Level.OFF);
    }
    try {
      return work.getAsInt();
    } finally {
      restore.forEach(Runnable::run);
    }
  }

  private static int detailed(PrintStream err, IntSupplier work) {
    Level before = OURS.getLevel();
    Details details = new Details(err);
    OURS.setLevel(Level.FINE);
    OURS.addHandler(details);
    try {
      return work.getAsInt();
    } finally {
      OURS.removeHandler(details);
      OURS.setLevel(before);
    }
  }

  /** What our own classes log below warnings; those have their handler already. */
  private static final class Details extends Handler {
    private final PrintStream err;

    Details(PrintStream err) {
      this.err = err;
      setFormatter(new PrintableFormatter());
      setFilter(entry -> entry.getLevel().intValue() < Level.WARNING.intValue());
    }

    @Override
    public void publish(LogRecord entry) {
      if (isLoggable(entry)) {
        err.print(PrintableFormatter.line(getFormatter().formatMessage(entry)));
      }
    }

    @Override
    public void flush() {
      err.flush();
    }

    @Override
    public void close() {}
  }
}
