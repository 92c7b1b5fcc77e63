package org.liegg.cli.files;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.liegg.core.parts.Part;
import org.liegg.core.parts.PartPlan;
import org.liegg.report.ReportFiles;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** The options by which samples are summed in parts. */
public final class PartOptions {
  @Option(
      names = "--part",
      paramLabel = "I/N",
      description = {
        "Sum over the I-th of N parts of the samples and write --state, for liegg merge; no report."
            + " What is summed says --plan, and before there is a plan, what the samples are."
      })
  @Nullable String part;

  @Option(
      names = "--parts",
      paramLabel = "N",
      description = "Sum over N parts here, and report what liegg merge would.")
  @Nullable Integer parts;

  @Option(
      names = "--plan",
      paramLabel = "FILE",
      description = "What liegg merge has made of the round before, for --part.")
  @Nullable Path plan;

  @Option(names = "--state", paramLabel = "FILE", description = "Where --part writes its sums.")
  @Nullable Path state;

  @CommandLine.Spec(CommandLine.Spec.Target.MIXEE)
  CommandLine.Model.CommandSpec spec;

  /** No part is asked for yet. */
  public PartOptions() {}

  /**
   * The part that is asked for, if one is.
   *
   * @throws CommandLine.ParameterException if the options do not fit together
   */
  public Optional<Part> part() {
    requireTogether();
    try {
      return Optional.ofNullable(part).map(Part::parse);
    } catch (IllegalArgumentException e) {
      throw usage("--" + e.getMessage());
    }
  }

  /**
   * How many parts are to be summed here, if any are.
   *
   * @throws CommandLine.ParameterException if there cannot be so many
   */
  public Optional<Integer> parts() {
    try {
      return Optional.ofNullable(parts).map(count -> new Part(1, count).count());
    } catch (IllegalArgumentException e) {
      throw usage("--parts is %d: give 1 to %d".formatted(parts, Part.MOST));
    }
  }

  private void requireTogether() {
    if (part != null && parts != null) {
      throw usage("--part and --parts are given: sum one part, or all of them here");
    }
    if (part == null && (plan != null || state != null)) {
      throw usage(
          "%s is given without --part: say which part, e.g. --part 3/8"
              .formatted(plan != null ? "--plan" : "--state"));
    }
    if (part != null && state == null) {
      throw usage("--part is given without --state: say where to write its sums");
    }
  }

  /** The plan, where there is one. */
  public Optional<PartPlan> plan() {
    return Optional.ofNullable(plan)
        .map(file -> PartPlan.of(StateFiles.read(file), StateFiles.subject(file)));
  }

  /** Fails now rather than after the work, where the file cannot be written. */
  public void requireWritable() {
    Optional.ofNullable(state).ifPresent(ReportFiles::requireWritable);
  }

  /** Writes the sums; tells where. */
  public Path write(byte[] sums) {
    Path file = Optional.ofNullable(state).orElseThrow();
    ReportFiles.writeAtomically(file, sums);
    return file;
  }

  private CommandLine.ParameterException usage(String message) {
    return new CommandLine.ParameterException(spec.commandLine(), message);
  }
}
