package org.liegg.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
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
import org.liegg.cli.files.PartOptions;
import org.liegg.cli.generators.GeneratorsOption;
import org.liegg.cli.terminal.ProgressBars;
import org.liegg.cli.terminal.Terminal;
import org.liegg.core.parts.Part;
import org.liegg.core.parts.PartPlan;
import org.liegg.core.parts.PartState;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code liegg extract}: a model and data in, their symmetries out. */
@Command(
    name = "extract",
    description = {
      "Extracts the symmetries that a model has learned, from its gradients on your data. Exits"
          + " with 0 when there is an answer, symmetries or none, and with 3 when there is not"
          + " enough evidence for one; the report is written all the same.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  liegg extract --model net.zip --data x.npy",
      "  liegg extract --model net.zip --data x.npy --action 'gl(5)^2' --reference 'so(5)'",
      "  liegg extract --model net.zip --data x.csv --precision double --json report.json",
      "  liegg extract --model net.zip --data x.npy --json - | jq .nullspace",
      "  liegg extract --model classifier.zip --data digits.idx --head normalized-logits",
      "  liegg extract --model net.zip --data x.npy --output '?'",
      "  liegg extract --model wide.onnx --data x.npy --checkpoint wide.ckp --resume",
      "  liegg extract --model net.zip --data x.npy --part 3/8 --state part3.lgs",
      "  liegg extract --model two.zip --data a.npy --input a --with b=b.npy"
    })
final class ExtractCommand extends LieggCommand {
  private final ReportOutput output;

  @Mixin private final ExtractionOptions options = new ExtractionOptions();

  @Mixin private final MetricsOption metrics;

  @Mixin private final PageOption page = new PageOption();

  @Mixin private final CheckpointOptions checkpoint = new CheckpointOptions();

  @Mixin private final PartOptions parts = new PartOptions();

  @Mixin private final JsonOption json = new JsonOption();

  @Mixin private final GeneratorsOption generators = new GeneratorsOption();

  ExtractCommand(Supplier<Liegg> liegg, Terminal terminal) {
    super(liegg, terminal);
    this.metrics = new MetricsOption(liegg);
    this.output = new ReportOutput(terminal);
  }

  @Override
  public Integer call() throws Exception {
    JsonTarget target = json.target();
    ExtractionRequest request = checkpoint.of(options.request());
    if (options.asksForNames()) {
      new LayoutText(terminal.out()).print(liegg.get().layout(request.model()));
      return ExitCode.DONE;
    }
    Optional<Part> part = parts.part();
    if (part.isPresent()) {
      return sum(part.get(), request);
    }
    target.requireWritable();
    page.requireWritable();
    generators.requireWritable();
    checkpoint.announce(terminal);
    SymmetryReport report = metrics.during(() -> extract(request));
    int exitCode = output.finish(report, target, page);
    generators.write(liegg.get(), report);
    checkpoint.delete();
    return exitCode;
  }

  /** The sums of one part, and no report. */
  private int sum(Part part, ExtractionRequest request) {
    if (json.target().name().isPresent()
        || page.isWanted()
        || metrics.isWanted()
        || generators.isWanted()) {
      throw new CommandLine.ParameterException(
          spec.commandLine(),
          "--part is given: liegg merge writes report and metrics, and liegg generators reads"
              + " the report");
    }
    parts.requireWritable();
    Optional<PartPlan> plan = parts.plan();
    try (ProgressBars progress = progress("part " + part, "samples")) {
      List<String> words = RecordedRequest.words(spec.commandLine().getParseResult());
      PartState sums = liegg.get().inParts(request, part.count(), words).sum(part, plan, progress);
      Path file = parts.write(sums.toBytes());
      terminal
          .out()
          .printf(
              "Round %s, part %s: %s%n",
              sums.round().label(), part, Printable.message(file.toString()));
    }
    return ExitCode.DONE;
  }

  private SymmetryReport extract(ExtractionRequest request) {
    try (ProgressBars progress = progress("extract", "samples")) {
      Liegg services = liegg.get();
      return parts
          .parts()
          .map(count -> services.inParts(request, count, List.of()).extract(progress))
          .orElseGet(() -> services.extract(request, progress));
    }
  }
}
