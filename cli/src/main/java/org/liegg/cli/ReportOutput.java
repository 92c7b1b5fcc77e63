package org.liegg.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.liegg.api.Printable;
import org.liegg.api.report.SymmetryReport;
import org.liegg.report.ReportFiles;
import org.liegg.report.ReportJson;
import org.liegg.report.ReportText;

/** Puts a report where the user asked for it. */
final class ReportOutput {
  /** The file name that means standard output. */
  private static final String STANDARD_OUTPUT = "-";

  private final Terminal terminal;

  ReportOutput(Terminal terminal) {
    this.terminal = terminal;
  }

  /** Fails now rather than after the work, where a file cannot be written. */
  void requireWritable(Optional<String> json) {
    file(json).ifPresent(ReportFiles::requireWritable);
  }

  /** JSON to its file, or to standard output in place of the text. */
  void print(SymmetryReport report, Optional<String> json) {
    String document = json.isPresent() ? ReportJson.toString(report) : "";
    file(json).ifPresent(path -> ReportFiles.writeAtomically(path, document));
    if (json.filter(STANDARD_OUTPUT::equals).isPresent()) {
      terminal.out().print(document);
      return;
    }
    terminal
        .out()
        .print(
            new ReportText(terminal.columns(), terminal.interactive(), terminal.unicode())
                .format(report));
    file(json)
        .ifPresent(
            path -> terminal.out().printf("%nReport: %s%n", Printable.message(path.toString())));
  }

  /** JSON to its file, and nothing to standard output. */
  void write(SymmetryReport report, Optional<String> json) {
    file(json).ifPresent(path -> ReportFiles.writeAtomically(path, ReportJson.toString(report)));
  }

  private static Optional<Path> file(Optional<String> json) {
    return json.filter(name -> !name.equals(STANDARD_OUTPUT)).map(Path::of);
  }
}
