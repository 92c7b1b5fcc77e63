package org.liegg.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.liegg.api.Printable;
import org.liegg.api.report.SymmetryReport;
import org.liegg.api.report.Verdict;
import org.liegg.cli.base.ExitCode;
import org.liegg.cli.files.JsonTarget;
import org.liegg.cli.files.PageOption;
import org.liegg.cli.terminal.Terminal;
import org.liegg.report.ReportHtml;
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

  /**
   * All that is wanted of a report, and details of the run; the exit code of an extraction.
   *
   * @param page comes last, so that nothing about it costs the answer
   */
  int finish(SymmetryReport report, JsonTarget json, PageOption page) {
    RunDetails.of(report, terminal);
    print(report, json);
    Optional<Path> written = page.write(() -> ReportHtml.toString(report));
    if (!json.printed()) {
      written.ifPresent(
          path -> terminal.out().printf("%nPage: %s%n", Printable.message(path.toString())));
    }
    return report.nullspace().verdict() == Verdict.INSUFFICIENT_EVIDENCE
        ? ExitCode.INSUFFICIENT_EVIDENCE
        : ExitCode.DONE;
  }

  /** JSON to its file, and nothing to standard output. */
  void write(SymmetryReport report, JsonTarget json) {
    json.write(() -> ReportJson.toString(report));
  }
}
