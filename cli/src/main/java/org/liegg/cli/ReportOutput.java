package org.liegg.cli;

import org.liegg.api.Printable;
import org.liegg.api.report.SymmetryReport;
import org.liegg.cli.terminal.Terminal;
import org.liegg.report.ReportJson;
import org.liegg.report.ReportText;

/** Puts a report where the user asked for it. */
final class ReportOutput {
  private final Terminal terminal;

  ReportOutput(Terminal terminal) {
    this.terminal = terminal;
  }

  /** JSON to its file, or to standard output in place of the text. */
  void print(SymmetryReport report, JsonTarget json) {
    write(report, json);
    if (json.printed()) {
      terminal.out().print(ReportJson.toString(report));
      return;
    }
    terminal
        .out()
        .print(
            new ReportText(terminal.columns(), terminal.interactive(), terminal.unicode())
                .format(report));
    json.file()
        .ifPresent(
            path -> terminal.out().printf("%nReport: %s%n", Printable.message(path.toString())));
  }

  /** JSON to its file, and nothing to standard output. */
  void write(SymmetryReport report, JsonTarget json) {
    json.write(() -> ReportJson.toString(report));
  }
}
