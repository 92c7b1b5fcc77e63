package org.liegg.cli;

import java.util.List;
import java.util.Optional;
import org.liegg.api.Head;
import org.liegg.api.report.Gate;
import org.liegg.cli.terminal.Terminal;
import org.liegg.report.check.CheckCase;
import org.liegg.report.check.CheckResult;

/**
 * What came of one check, a single one or one of several. What was asked is read off the arguments
 * as they are, since they may be what is wrong.
 */
final class CheckOutcome {
  static final String COMMAND = "check";

  private final CheckCase asked;
  private final CheckFiles files;
  private final boolean alone;
  private Optional<CheckResult> result = Optional.empty();

  private CheckOutcome(CheckCase asked, CheckFiles files, boolean alone) {
    this.asked = asked;
    this.files = files;
    this.alone = alone;
  }

  /** The outcome of a single check, which keeps its files. */
  static CheckOutcome alone(Arguments arguments) {
    return new CheckOutcome(asked("", arguments), CheckFiles.of(arguments), true);
  }

  /** The outcome of one of several checks, whose files somebody else keeps. */
  static CheckOutcome amongOthers(String name, Arguments arguments, CheckFiles files) {
    return new CheckOutcome(asked(name, arguments), files, false);
  }

  private static CheckCase asked(String name, Arguments arguments) {
    return new CheckCase(
        name,
        arguments.value("--model").orElse(""),
        arguments.value("--data").orElse(""),
        arguments.value("--action").orElse(""),
        arguments.value("--expect").orElse(""),
        arguments.value("--output").orElse(""),
        arguments.value("--head").orElse(Head.OUTPUT.label()));
  }

  /** What was asked. */
  CheckCase asked() {
    return asked;
  }

  /** What stays in the files if the process is stopped before there is an outcome. */
  void begin() {
    if (alone) {
      files.begin(List.of(asked));
    }
  }

  /** There is an answer, or too little evidence for one. */
  void found(Gate gate, String text, double seconds, Terminal terminal) {
    CheckResult found = CheckResult.of(asked, gate, text, seconds);
    result = Optional.of(found);
    if (alone) {
      files.write(List.of(found), terminal);
    }
  }

  /** Something went wrong, whatever there was before. */
  void failed(String error, Terminal terminal) {
    CheckResult failed = CheckResult.failed(asked, error);
    result = Optional.of(failed);
    if (alone) {
      files.writeAfter(error, List.of(failed), terminal);
    }
  }

  /** What there is, once there is something. */
  Optional<CheckResult> result() {
    return result;
  }

  /** Whether the answer is printed in words, and not in a table in its place. */
  boolean isSaid() {
    return !files.summary().printed();
  }

  /** The answer, after the check's name where it is one of several. */
  String line(String text) {
    return alone ? text : "%s: %s".formatted(asked.given(), text);
  }
}
