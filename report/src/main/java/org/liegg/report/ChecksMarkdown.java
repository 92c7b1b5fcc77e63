package org.liegg.report;

import java.util.List;
import org.liegg.api.Bounded;
import org.liegg.api.Printable;
import org.liegg.api.report.Gate;
import org.liegg.report.check.CheckCase;
import org.liegg.report.check.CheckResult;
import org.liegg.report.text.Numbers;

/** Checks as a table in Markdown, e.g. for the summary of a job on a CI server. */
public final class ChecksMarkdown {

  private ChecksMarkdown() {}

  /** The table, a row a check, and below it what each says in words. */
  public static String of(List<CheckResult> results) {
    StringBuilder text = new StringBuilder();
    text.append("### LieGG: ").append(counts(results)).append("\n\n");
    text.append("| check | model | expected | worst defect | at most | outcome |\n");
    text.append("|---|---|---|---|---|---|\n");
    for (CheckResult result : results) {
      text.append(row(result));
    }
    text.append('\n');
    for (CheckResult result : results) {
      text.append(
          "* **%s**: %s%n"
              .formatted(cell(result.asked().name()), cell(result.text()))
              .replace(System.lineSeparator(), "\n"));
    }
    return text.toString();
  }

  /** How many there are of each outcome, e.g. {@code 3 checks: 2 hold, 1 does not hold}. */
  public static String counts(List<CheckResult> results) {
    StringBuilder text = new StringBuilder(Numbers.count(results.size(), "check"));
    String separator = ": ";
    for (String outcome : List.of("holds", "does not hold", "not enough evidence", "not made")) {
      long count = results.stream().filter(one -> one.outcome().equals(outcome)).count();
      if (count > 0) {
        text.append(separator).append(count).append(' ').append(plural(outcome, count));
        separator = ", ";
      }
    }
    return text.toString();
  }

  private static String plural(String outcome, long count) {
    return count == 1
        ? outcome
        : outcome.replace("holds", "hold").replace("does not hold", "do not hold");
  }

  private static String row(CheckResult result) {
    CheckCase asked = result.asked();
    return "| %s | %s | %s | %s | %s | %s |\n"
        .formatted(
            cell(asked.name()),
            cell(asked.model()),
            cell(asked.expected()),
            result.gate().flatMap(Gate::worst).map(ChecksMarkdown::interval).orElse("–"),
            result.gate().map(gate -> Numbers.chosen(gate.maxDefect())).orElse("–"),
            result.outcome());
  }

  private static String interval(Bounded worst) {
    return GateText.interval(worst).replace("[", "\\[").replace("]", "\\]");
  }

  /** Text of others: nothing in it is a mark of Markdown or HTML, or ends a cell. */
  private static String cell(String text) {
    return Printable.message(text).replaceAll("([\\\\`*_{}\\[\\]<>#|~&!])", "\\\\$1");
  }
}
