package org.liegg.cli;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.liegg.api.Head;
import org.liegg.api.LieggException;
import org.liegg.api.Printable;
import org.liegg.api.report.Gate;
import org.liegg.report.CheckCase;
import org.liegg.report.JunitXml;
import org.liegg.report.ReportFiles;

/**
 * The outcome of a check in the file that {@code --junit} names. It is written whatever happens, so
 * that no earlier outcome is taken for this one. What was asked is read off the arguments as they
 * are, since they may be what is wrong.
 *
 * @param file where it goes
 * @param asked what was asked
 */
record CheckOutcome(Path file, CheckCase asked) {
  private static final String COMMAND = "check";

  /** The outcome of a command, where that is a check and has such a file. */
  static Optional<CheckOutcome> asked(List<String> arguments) {
    boolean check = command(arguments).filter(COMMAND::equals).isPresent();
    return value(arguments, "--junit")
        .filter(name -> check)
        .flatMap(CheckOutcome::path)
        .map(
            file ->
                new CheckOutcome(
                    file,
                    new CheckCase(
                        value(arguments, "--model").orElse(""),
                        value(arguments, "--data").orElse(""),
                        value(arguments, "--action").orElse(""),
                        value(arguments, "--expect").orElse(""),
                        value(arguments, "--output").orElse(""),
                        value(arguments, "--head").orElse(Head.OUTPUT.label()))));
  }

  /** What stays there if the process is stopped before there is an outcome. */
  void begin() {
    ReportFiles.requireWritable(file);
    if (!Files.exists(file) || Files.isRegularFile(file)) {
      ReportFiles.writeAtomically(
          file,
          JunitXml.failed(
              asked, "LIEGG-CHECK-UNFINISHED: the check began and did not end; run it again"));
    }
  }

  /** There is an answer, or too little evidence for one. */
  void found(Gate gate, String text, double seconds) {
    ReportFiles.writeAtomically(file, JunitXml.of(asked, gate, text, seconds));
  }

  /** Something went wrong. The exit code stays that of the error, also if this fails. */
  void failed(String error, Terminal terminal) {
    try {
      ReportFiles.writeAtomically(file, JunitXml.failed(asked, error));
    } catch (LieggException e) {
      if (!error.startsWith(e.code())) {
        terminal.err().printf("liegg: %s%n", Printable.message(String.valueOf(e.getMessage())));
      }
    }
  }

  /** The first argument that is no option, nor the value of one that may stand before it. */
  private static Optional<String> command(List<String> arguments) {
    return IntStream.range(0, arguments.size())
        .filter(i -> i == 0 || !arguments.get(i - 1).equals("--plugins"))
        .mapToObj(arguments::get)
        .filter(argument -> !argument.startsWith("-"))
        .findFirst();
  }

  private static Optional<String> value(List<String> arguments, String option) {
    Optional<String> value = Optional.empty();
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      if (argument.startsWith(option + "=")) {
        value = Optional.of(argument.substring(option.length() + 1));
      } else if (argument.equals(option) && i + 1 < arguments.size()) {
        value = Optional.of(arguments.get(i + 1));
      }
    }
    return value;
  }

  private static Optional<Path> path(String name) {
    try {
      return Optional.of(Path.of(name));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }
}
