package org.liegg.cli.terminal;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.liegg.api.spi.IterationStep;
import org.liegg.core.ProgressListener;

/**
 * A progress bar on standard error, where that is a terminal. Elsewhere nothing is said of samples,
 * and a line a while of an iteration that takes long.
 */
public final class ProgressBars implements ProgressListener, AutoCloseable {
  /** Bars that live for less than this are not worth their flicker. */
  private static final Duration PATIENCE = Duration.ofMillis(500);

  private final Terminal terminal;
  private final String task;
  private final String unit;
  private final Duration patience;
  private final IterationLines lines;
  private final long started = System.nanoTime();
  private String stage = "spectrum";
  private long last;
  private OptionalLong whole = OptionalLong.empty();
  private Optional<ProgressBar> bar = Optional.empty();

  /**
   * A bar that appears once there is something to wait for.
   *
   * @param task what goes on
   * @param unit what is counted
   */
  public ProgressBars(Terminal terminal, String task, String unit) {
    this(terminal, task, unit, PATIENCE);
  }

  ProgressBars(Terminal terminal, String task, String unit, Duration patience) {
    this.patience = patience;
    this.terminal = terminal;
    this.task = task;
    this.unit = unit;
    lines =
        new IterationLines(
            terminal, task, System::nanoTime, IterationLines.FIRST, IterationLines.LATER);
  }

  @Override
  public void samples(long done, OptionalLong total) {
    last = done;
    whole = total;
    if (isWorthwhile()) {
      bar.orElseThrow().stepTo(done);
    }
  }

  /** What goes on beside the samples, behind their bar. */
  @Override
  public void stage(String name) {
    stage = name;
    show(name);
  }

  @Override
  public void iteration(IterationStep step) {
    if (terminal.progress()) {
      show("%s, %s: %s".formatted(stage, step.problem(), IterationLines.said(step)));
    } else {
      lines.step(stage, step);
    }
  }

  private void show(String message) {
    if (isWorthwhile()) {
      bar.orElseThrow().stepTo(last).setExtraMessage(" " + message);
    }
  }

  private boolean isWorthwhile() {
    if (!terminal.progress()) {
      return false;
    }
    if (bar.isEmpty() && System.nanoTime() - started >= patience.toNanos()) {
      bar = Optional.of(open(whole));
    }
    return bar.isPresent();
  }

  private ProgressBar open(OptionalLong total) {
    return new ProgressBarBuilder()
        .setTaskName(task)
        .setUnit(" " + unit, 1)
        .setInitialMax(total.orElse(-1))
        .setStyle(terminal.unicode() ? ProgressBarStyle.UNICODE_BLOCK : ProgressBarStyle.ASCII)
        .setUpdateIntervalMillis(200)
        .setConsumer(new ConsoleProgressBarConsumer(terminal.err(), terminal.columns()))
        .clearDisplayOnFinish()
        .build();
  }

  @Override
  public void close() {
    bar.ifPresent(ProgressBar::close);
  }
}
