package org.liegg.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import org.liegg.api.Printable;
import org.liegg.api.report.SymmetryReport;
import org.liegg.api.report.Verdict;
import org.liegg.app.ExtractionRequest;
import org.liegg.app.Liegg;
import org.liegg.cli.terminal.ProgressBars;
import org.liegg.cli.terminal.Terminal;
import org.liegg.report.ReportHtml;
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
      "  liegg extract --model two.zip --data a.npy --input a --with b=b.npy"
    })
final class ExtractCommand extends LieggCommand {
  private final ReportOutput output;

  @Mixin private final ExtractionOptions options = new ExtractionOptions();

  @Mixin private final MetricsOption metrics;

  @Mixin private final PageOption page = new PageOption();

  @Mixin private final CheckpointOptions checkpoint = new CheckpointOptions();

  @Mixin private final JsonOption json = new JsonOption();

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
    target.requireWritable();
    page.requireWritable();
    checkpoint.announce(terminal);
    SymmetryReport report = metrics.during(() -> extract(request));
    RunDetails.of(report, terminal);
    output.print(report, target);
    // The page comes last, so that nothing about it costs the answer.
    Optional<Path> written = page.write(() -> ReportHtml.toString(report));
    if (!target.printed()) {
      written.ifPresent(
          path -> terminal.out().printf("%nPage: %s%n", Printable.message(path.toString())));
    }
    checkpoint.delete();
    return report.nullspace().verdict() == Verdict.INSUFFICIENT_EVIDENCE
        ? ExitCode.INSUFFICIENT_EVIDENCE
        : ExitCode.DONE;
  }

  private SymmetryReport extract(ExtractionRequest request) {
    try (ProgressBars progress = progress("extract", "samples")) {
      return liegg.get().extract(request, progress);
    }
  }
}
