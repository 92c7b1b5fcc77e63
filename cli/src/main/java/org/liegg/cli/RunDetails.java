package org.liegg.cli;

import java.util.Locale;
import java.util.stream.Collectors;
import org.liegg.api.ModelInfo;
import org.liegg.api.report.DecompositionInfo;
import org.liegg.api.report.Provenance;
import org.liegg.api.report.SymmetryReport;
import org.liegg.cli.terminal.Terminal;

/** What {@code --verbose} tells of a run beside what is logged while it goes on. */
final class RunDetails {
  private static final String ARCHIVE = "org.liegg.isolation.archive";
  private static final String ARCHIVE_OPTION = "-XX:SharedArchiveFile=";

  private RunDetails() {}

  /** On what it runs. */
  static String start() {
    String archive = System.getProperty(ARCHIVE, "");
    return "Java %s, heap of at most %d MB, %s"
        .formatted(
            Runtime.version(),
            Runtime.getRuntime().maxMemory() >> 20,
            archive.isEmpty()
                ? "no archive of classes"
                : "archive of classes " + archive.replace(ARCHIVE_OPTION, ""));
  }

  /** By what an answer was found. */
  static void of(SymmetryReport report, Terminal terminal) {
    ModelInfo.Origin origin = report.model().origin();
    terminal.detail("engine %s %s".formatted(origin.engine(), origin.engineVersion()));
    DecompositionInfo decomposition = report.decomposition();
    terminal.detail("decomposition %s, %s".formatted(decomposition.name(), decomposition.detail()));
    Provenance provenance = report.provenance();
    terminal.detail("seconds by stage: " + seconds(provenance));
    terminal.detail("memory at most %d MB".formatted(provenance.peakMemoryBytes() >> 20));
  }

  private static String seconds(Provenance provenance) {
    return provenance.seconds().entrySet().stream()
        .map(stage -> String.format(Locale.ROOT, "%s %.3f", stage.getKey(), stage.getValue()))
        .collect(Collectors.joining(", "));
  }
}
