package org.liegg.cli;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.liegg.core.ProgressListener;

/** A progress bar on standard error, where that is a terminal; nothing otherwise. */
final class ProgressBars implements ProgressListener, AutoCloseable {
  /** Bars that live for less than this are not worth their flicker. */
  private static final Duration PATIENCE = Duration.ofMillis(500);

  private final Terminal terminal;
  private final String task;
  private final String unit;
  private final long started = System.nanoTime();
  private Optional<ProgressBar> bar = Optional.empty();

  ProgressBars(Terminal terminal, String task, String unit) {
    this.terminal = terminal;
    this.task = task;
    this.unit = unit;
  }

  @Override
  public void samples(long done, OptionalLong total) {
    if (!terminal.progress()) {
      return;
    }
    if (bar.isEmpty() && System.nanoTime() - started > PATIENCE.toNanos()) {
      bar = Optional.of(open(total));
    }
    bar.ifPresent(shown -> shown.stepTo(done));
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
