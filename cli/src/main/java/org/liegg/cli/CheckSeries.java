package org.liegg.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.liegg.api.LieggException;
import org.liegg.cli.base.ExitCode;
import org.liegg.cli.config.ConfigFile;
import org.liegg.cli.terminal.Terminal;
import org.liegg.report.ChecksMarkdown;
import org.liegg.report.check.CheckResult;

/** All checks of a file, one after the other; one that cannot be made does not stop the others. */
final class CheckSeries {
  /** Exit codes, the one that matters most first. */
  private static final List<Integer> BY_WEIGHT =
      List.of(
          ExitCode.INTERNAL_ERROR,
          ExitCode.BAD_INPUT,
          ExitCode.NO,
          ExitCode.INSUFFICIENT_EVIDENCE,
          ExitCode.DONE);

  /** Options that name a file for one check, which a second one would write over. */
  private static final List<String> ONE_EACH = List.of("json", "report", "metrics");

  private final Invocation invocation;
  private final Terminal terminal;
  private final ConfigFile file;

  CheckSeries(Invocation invocation, Terminal terminal, ConfigFile file) {
    this.invocation = invocation;
    this.terminal = terminal;
    this.file = file;
  }

  /** One of them, and what it is asked. */
  private record Check(Invocation.Completed completed, CheckOutcome outcome) {}

  /**
   * Makes them; the exit code that matters most.
   *
   * @throws LieggException before the first of them, if the file's values are of the wrong kind, or
   *     no outcome could be written
   */
  int run(Arguments given) {
    Arguments completed = invocation.complete(given, file, Map.of()).arguments();
    requireOneFileEach(completed);
    CheckFiles files = CheckFiles.of(completed);
    List<Check> checks = file.checks().stream().map(entry -> check(entry, given, files)).toList();
    files.begin(checks.stream().map(check -> check.outcome().asked()).toList());
    List<Integer> codes = new ArrayList<>();
    for (Check check : checks) {
      codes.add(invocation.run(check.completed(), check.outcome()));
    }
    List<CheckResult> results = checks.stream().flatMap(check -> result(check).stream()).toList();
    if (results.isEmpty()) {
      // Help was asked for, or something else in place of an answer.
      return worst(codes);
    }
    files.write(results, terminal);
    if (!files.summary().printed()) {
      terminal.out().println(ChecksMarkdown.counts(results) + ".");
    }
    return worst(codes);
  }

  private static Optional<CheckResult> result(Check check) {
    return check.outcome().result();
  }

  private Check check(ConfigFile.Entry entry, Arguments given, CheckFiles files) {
    Invocation.Completed completed = invocation.complete(given, file, entry.values());
    return new Check(
        completed, CheckOutcome.amongOthers(entry.name(), completed.arguments(), files));
  }

  private void requireOneFileEach(Arguments completed) {
    for (String option : ONE_EACH) {
      if (file.checks().size() > 1 && completed.has("--" + option)) {
        throw file.wrong(
            "--%s names one file for %d checks".formatted(option, file.checks().size()),
            "give each check a value of its own, as %s: FILE".formatted(option));
      }
    }
  }

  private static int worst(List<Integer> codes) {
    return BY_WEIGHT.stream().filter(codes::contains).findFirst().orElse(ExitCode.DONE);
  }
}
