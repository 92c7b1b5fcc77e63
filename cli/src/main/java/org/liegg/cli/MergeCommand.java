package org.liegg.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.liegg.api.Printable;
import org.liegg.api.report.SymmetryReport;
import org.liegg.app.ExtractionRequest;
import org.liegg.app.Liegg;
import org.liegg.cli.base.ExitCode;
import org.liegg.cli.base.LieggCommand;
import org.liegg.cli.files.JsonOption;
import org.liegg.cli.files.JsonTarget;
import org.liegg.cli.files.MetricsOption;
import org.liegg.cli.files.PageOption;
import org.liegg.cli.files.StateFiles;
import org.liegg.cli.terminal.ProgressBars;
import org.liegg.cli.terminal.Terminal;
import org.liegg.core.PartStep;
import org.liegg.core.parts.PartPlan;
import org.liegg.core.parts.PartState;
import org.liegg.report.ReportFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code liegg merge}: the sums of all parts in, the plan of the next round or the report out. */
@Command(
    name = "merge",
    description = {
      "Merges what liegg extract --part has summed of the samples. All parts of a round together"
          + " give the plan of the next round, and those of the last one the report, which is that"
          + " of liegg extract --parts; of the rounds before there is no report, whatever --json"
          + " and --report say. Options are those of the parts; model and data are read where these"
          + " read them. Exits as extract does, and with 0 where there is a plan.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  liegg extract --model net.zip --data x.npy --part 3/8 --state s3.lgs",
      "  liegg merge s*.lgs --plan plan.lgs",
      "  liegg extract --model net.zip --data x.npy --part 3/8 --plan plan.lgs --state p3.lgs",
      "  liegg merge q*.lgs --json report.json",
      "  liegg merge left.lgs s5.lgs --state some.lgs"
    })
final class MergeCommand extends LieggCommand {
  @Parameters(
      arity = "1..*",
      paramLabel = "STATE",
      description = "What extract --state wrote, every part of one round.")
  List<Path> states = List.of();

  @Option(
      names = "--plan",
      paramLabel = "FILE",
      description = "Where to write the plan of the next round, where there is one.")
  @Nullable Path plan;

  @Option(
      names = "--state",
      paramLabel = "FILE",
      description =
          "Merge these parts only, and write what they come to, to be merged with others.")
  @Nullable Path state;

  @Option(
      names = "--model",
      paramLabel = "MODEL",
      description = "Where the model is, if not where the parts had it.")
  @Nullable String model;

  @Option(
      names = "--data",
      paramLabel = "FILE",
      description = "Where the samples are, if not where the parts had them.")
  @Nullable Path data;

  @Option(
      names = "--threads",
      paramLabel = "T",
      description = "Processors to work on. Default: as the parts were told.")
  @Nullable Integer threads;

  @Mixin private final MetricsOption metrics;

  @Mixin private final PageOption page = new PageOption();

  @Mixin private final JsonOption json = new JsonOption();

  private final ReportOutput output;

  MergeCommand(Supplier<Liegg> liegg, Terminal terminal) {
    super(liegg, terminal);
    metrics = new MetricsOption(liegg);
    output = new ReportOutput(terminal);
  }

  @Override
  public Integer call() throws Exception {
    requireTogether();
    JsonTarget target = json.writable();
    page.requireWritable();
    Optional.ofNullable(plan).ifPresent(ReportFiles::requireWritable);
    Optional.ofNullable(state).ifPresent(ReportFiles::requireWritable);
    PartState merged = merged();
    if (state != null) {
      ReportFiles.writeAtomically(state, merged.toBytes());
      say("State", state);
      return ExitCode.DONE;
    }
    PartStep step = metrics.during(() -> next(merged));
    if (step instanceof PartStep.Next next) {
      write(next.plan());
      return ExitCode.DONE;
    }
    SymmetryReport report = ((PartStep.Done) step).report();
    return output.finish(report, target, page);
  }

  private void requireTogether() {
    boolean more =
        plan != null
            || model != null
            || data != null
            || threads != null
            || page.isWanted()
            || metrics.isWanted()
            || json.target().name().isPresent();
    if (state != null && more) {
      throw usage("--state is given: some parts are merged, to no plan and no report");
    }
  }

  /** One file after another, so that few are in memory at a time. */
  private PartState merged() {
    Optional<PartState> all = Optional.empty();
    for (Path file : states) {
      PartState next = PartState.of(StateFiles.read(file), StateFiles.subject(file));
      all = Optional.of(all.map(some -> liegg.get().merge(List.of(some, next))).orElse(next));
    }
    return all.orElseThrow();
  }

  private PartStep next(PartState merged) {
    PartPlan made = merged.plan();
    List<String> words = new ArrayList<>(made.work().request());
    ExtractionRequest request =
        RecordedRequest.of(
            words,
            Optional.ofNullable(model),
            Optional.ofNullable(data),
            Optional.ofNullable(threads));
    try (ProgressBars progress = progress("merge", "samples")) {
      return liegg.get().inParts(request, made.parts(), words).next(merged, progress);
    }
  }

  private void write(PartPlan next) {
    if (plan == null) {
      throw usage(
          "the round %s follows: say where to write its plan with --plan"
              .formatted(next.round().label()));
    }
    ReportFiles.writeAtomically(plan, next.toBytes());
    terminal.out().printf("Next round: %s%n", next.round().label());
    say("Plan", plan);
  }

  private void say(String what, Path file) {
    terminal.out().printf("%s: %s%n", what, Printable.message(file.toString()));
  }
}
