package org.liegg.cli;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.liegg.api.LieggException;
import org.liegg.api.Printable;
import org.liegg.cli.files.JsonTarget;
import org.liegg.cli.terminal.Terminal;
import org.liegg.report.ChecksMarkdown;
import org.liegg.report.ReportFiles;
import org.liegg.report.check.CheckCase;
import org.liegg.report.check.CheckResult;
import org.liegg.report.check.JunitXml;

/**
 * Where outcomes of checks go beside standard output: {@code --junit} and {@code --summary}. They
 * are written whatever happens, so that no earlier outcome is taken for this one.
 *
 * @param junit as JUnit XML
 * @param summary as a table in Markdown
 */
record CheckFiles(Optional<Path> junit, JsonTarget summary) {

  /** No such files. */
  static CheckFiles none() {
    return new CheckFiles(Optional.empty(), new JsonTarget(Optional.empty()));
  }

  /** Those that arguments name, which may be wrong otherwise. */
  static CheckFiles of(Arguments arguments) {
    return new CheckFiles(
        arguments.value("--junit").filter(CheckFiles::isPath).map(Path::of),
        new JsonTarget(arguments.value("--summary").filter(CheckFiles::isPath)));
  }

  /**
   * What stays there if the process is stopped before there is an outcome.
   *
   * @throws org.liegg.api.OutputException if a file cannot be written
   */
  void begin(List<CheckCase> asked) {
    junit.ifPresent(ReportFiles::requireWritable);
    summary.requireWritable();
    List<CheckResult> unfinished =
        asked.stream()
            .map(
                one ->
                    CheckResult.failed(
                        one,
                        "LIEGG-CHECK-UNFINISHED: the check began and did not end; run it again"))
            .toList();
    junit
        .filter(CheckFiles::isKept)
        .ifPresent(file -> ReportFiles.writeAtomically(file, JunitXml.of(unfinished)));
    summary
        .file()
        .filter(CheckFiles::isKept)
        .ifPresent(file -> ReportFiles.writeAtomically(file, ChecksMarkdown.of(unfinished)));
  }

  /** There are outcomes. */
  void write(List<CheckResult> results, Terminal terminal) {
    junit.ifPresent(file -> ReportFiles.writeAtomically(file, JunitXml.of(results)));
    summary.write(() -> ChecksMarkdown.of(results));
    if (summary.printed()) {
      terminal.out().print(ChecksMarkdown.of(results));
    }
  }

  /** The same after an error that was said. The exit code stays that, also if this fails. */
  void writeAfter(String error, List<CheckResult> results, Terminal terminal) {
    try {
      write(results, terminal);
    } catch (LieggException e) {
      if (!error.startsWith(e.code())) {
        terminal.err().printf("liegg: %s%n", Printable.message(String.valueOf(e.getMessage())));
      }
    }
  }

  private static boolean isKept(Path file) {
    return !Files.exists(file) || Files.isRegularFile(file);
  }

  private static boolean isPath(String name) {
    try {
      return !Path.of(name).toString().isEmpty();
    } catch (InvalidPathException e) {
      return false;
    }
  }
}
