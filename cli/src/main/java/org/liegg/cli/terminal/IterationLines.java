package org.liegg.cli.terminal;

import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;
import org.liegg.api.spi.IterationStep;

/** One line a while about an iteration, for whoever waits for it or reads of it later. */
final class IterationLines {
  /** Iterations that take less than this are not worth a line. */
  static final Duration FIRST = Duration.ofSeconds(10);

  static final Duration LATER = Duration.ofSeconds(30);

  private final Terminal terminal;
  private final String task;
  private final LongSupplier nanos;
  private final Duration later;
  private final long started;
  private ConvergenceEstimate estimate = new ConvergenceEstimate("");
  private long due;

  /**
   * @param task what goes on
   * @param nanos tells the time
   * @param first when the first line is due
   * @param later how long after a line the next one is
   */
  IterationLines(
      Terminal terminal, String task, LongSupplier nanos, Duration first, Duration later) {
    this.terminal = terminal;
    this.task = task;
    this.nanos = nanos;
    this.later = later;
    started = nanos.getAsLong();
    due = first.toNanos();
  }

  /** A step was taken; a line is said where one is due. */
  void step(String stage, IterationStep step) {
    long passed = nanos.getAsLong() - started;
    String problem = stage + ", " + step.problem();
    if (!estimate.problem().equals(problem)) {
      estimate = new ConvergenceEstimate(problem);
    }
    estimate.add(step, passed * 1e-9);
    if (passed >= due) {
      due = passed + later.toNanos();
      terminal.say(
          "%s: %s: %s, %s so far%s".formatted(task, problem, said(step), time(passed), left()));
    }
  }

  /** How far a step came. */
  static String said(IterationStep step) {
    return String.format(
        Locale.ROOT,
        "iteration %d of at most %d, %d of %d converged, residual %.1e of %.1e",
        step.iteration(),
        step.most(),
        step.converged(),
        step.wanted(),
        step.residual(),
        step.target());
  }

  private String left() {
    return estimate.secondsLeft().isPresent()
        ? ", about %s left of these"
            .formatted(time((long) (estimate.secondsLeft().getAsDouble() * 1e9)))
        : "";
  }

  private static String time(long nanos) {
    long seconds = Math.round(nanos * 1e-9);
    return seconds < 120
        ? seconds + " s"
        : seconds < 7200
            ? seconds / 60 + " min"
            : String.format(Locale.ROOT, "%.1f h", seconds / 3600.0);
  }
}
