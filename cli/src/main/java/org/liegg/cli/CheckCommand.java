package org.liegg.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.liegg.api.report.Gate;
import org.liegg.api.report.SymmetryReport;
import org.liegg.app.ExtractionRequest;
import org.liegg.app.Liegg;
import org.liegg.cli.base.ExitCode;
import org.liegg.cli.base.LieggCommand;
import org.liegg.cli.files.JsonOption;
import org.liegg.cli.files.JsonTarget;
import org.liegg.cli.files.MetricsOption;
import org.liegg.cli.files.PageOption;
import org.liegg.cli.terminal.ProgressBars;
import org.liegg.cli.terminal.Terminal;
import org.liegg.metrics.Gates;
import org.liegg.report.GateText;
import org.liegg.report.ReportHtml;
import org.liegg.report.ReportText;
import org.liegg.report.where.WhereText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code liegg check}: whether a model has an expected symmetry. */
@Command(
    name = "check",
    description = {
      "Checks that a model is invariant to a known algebra, or keeps a group that is tried by its"
          + " elements, as a gate for releases: exits with 0"
          + " when it holds, with 1 when it does not, with 3 when there is not enough evidence. The"
          + " worst direction of the algebra, or the worst element of the group, decides, by the"
          + " bounds of its defect. Without --model,"
          + " all checks of the file liegg.yaml are made, or of the one that --config names.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  liegg check --model net.zip --data x.npy --action 'gl(5)^2' --expect 'so(5)'",
      "  liegg check --model net.zip --data x.npy --action 'gl(5)^2' --expect 'so(5)' --max-defect"
          + " 0.005",
      "  liegg check --model net.onnx --data x.npy --expect 'C(4)^2'",
      "  liegg check --model net.onnx --data x.csv --expect 'C(4)^2' --where --slice age --slice"
          + " class",
    })
final class CheckCommand extends LieggCommand {
  private final ReportOutput output;
  private final CheckOutcome outcome;

  @Mixin private final ExtractionOptions options = new ExtractionOptions();
  @Mixin private final WhereOptions where = new WhereOptions();
  @Mixin private final MetricsOption metrics;
  @Mixin private final PageOption page = new PageOption();

  @Option(
      names = "--junit",
      paramLabel = "FILE",
      description = {
        "Write the outcome as JUnit XML, whatever it is: what does not hold is a failure, not"
            + " enough evidence an error, and so is a check that could not be made."
      })
  @Nullable Path junit;

  @Option(
      names = "--summary",
      paramLabel = "FILE.md",
      description = {
        "Write the outcome as a table in Markdown, whatever it is, e.g. for the summary of a job; -"
            + " prints it in place of the text."
      })
  @Nullable String summary;

  @Option(
      names = "--expect",
      required = true,
      paramLabel = "SYMMETRY",
      description = {
        "The algebra, in the action grammar, e.g. 'so(5)'; or a group that is tried by its"
            + " elements, without --action: 'C(4)^2', 'S(4) on 3', 'O(3)^4 -> vector', 'E(3)'."
            + " liegg plugins lists them."
      })
  String expected = "";

  @Option(
      names = "--max-defect",
      paramLabel = "X",
      description = {
        "The largest defect that passes; 0 is exact, 1 is the independence baseline. Default: that"
            + " of --tolerance, 0.01."
      })
  @Nullable Double maxDefect;

  @Mixin private final JsonOption json = new JsonOption();

  CheckCommand(Supplier<Liegg> liegg, Terminal terminal, CheckOutcome outcome) {
    super(liegg, terminal);
    this.outcome = outcome;
    this.output = new ReportOutput(terminal);
    this.metrics = new MetricsOption(liegg);
  }

  @Override
  public Integer call() throws Exception {
    JsonTarget target = json.writable();
    page.requireWritable();
    outcome.begin();
    SymmetryReport report = metrics.during(this::extract);
    RunDetails.of(report, terminal);
    Gate gate = Gates.of(report);
    String text = GateText.of(gate, report);
    outcome.found(gate, explained(text, report), seconds(report), terminal);
    if (target.printed()) {
      output.print(report, target);
    } else {
      output.write(report, target);
      say(text, report);
    }
    page.write(() -> ReportHtml.toString(report));
    return switch (gate.verdict()) {
      case INVARIANT -> ExitCode.DONE;
      case BROKEN -> ExitCode.NO;
      case INSUFFICIENT_EVIDENCE -> ExitCode.INSUFFICIENT_EVIDENCE;
    };
  }

  /** What a server that runs pipelines is told: where it breaks belongs to it. */
  private static String explained(String text, SymmetryReport report) {
    List<String> sentences = report.where().map(WhereText::sentences).orElse(List.of());
    return sentences.isEmpty() ? text : text + " " + String.join(" ", sentences);
  }

  private void say(String text, SymmetryReport report) {
    if (outcome.isSaid()) {
      terminal.out().println(outcome.line(text));
      new ReportText(terminal.columns(), terminal.interactive(), terminal.unicode())
          .where(report).stream()
              .flatMap(List::stream)
              .forEach(line -> terminal.out().println(outcome.line(line)));
      GateText.limits(report).forEach(line -> terminal.out().println(outcome.line(line)));
    }
  }

  private static double seconds(SymmetryReport report) {
    return report.provenance().seconds().getOrDefault("total", 0.0);
  }

  private SymmetryReport extract() {
    try (ProgressBars progress = progress("check", "samples")) {
      Liegg all = liegg.get();
      ExtractionRequest request =
          options.check(expected, all.namesGroup(expected), Optional.ofNullable(maxDefect));
      return all.extract(request.with(request.settings().with(where.locating())), progress);
    }
  }
}
