package org.liegg.cli.files;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.liegg.app.Liegg;
import org.liegg.app.PrometheusMetrics;
import org.liegg.report.ReportFiles;
import picocli.CommandLine.Option;

/** {@code --metrics}: what was measured, for Prometheus. */
public final class MetricsOption {
  private final Supplier<Liegg> liegg;

  @Option(
      names = "--metrics",
      paramLabel = "FILE",
      description = {
        "Write defect, dimension and times of the run in Prometheus' text format, e.g. for the"
            + " text-file collector of its node exporter."
      })
  @Nullable Path file;

  /**
   * No metrics are asked for yet.
   *
   * @param liegg measures; not asked for before something runs
   */
  public MetricsOption(Supplier<Liegg> liegg) {
    this.liegg = liegg;
  }

  /** Whether a file is asked for. */
  public boolean isWanted() {
    return file != null;
  }

  /** Runs something and writes what was measured, also where it failed. */
  public <T> T during(Callable<T> work) throws Exception {
    Optional<Path> target = Optional.ofNullable(file);
    if (target.isEmpty()) {
      return work.call();
    }
    ReportFiles.requireWritable(target.get());
    try (PrometheusMetrics listening = liegg.get().metrics()) {
      try {
        return work.call();
      } finally {
        ReportFiles.writeAtomically(target.get(), listening.text());
      }
    }
  }
}
