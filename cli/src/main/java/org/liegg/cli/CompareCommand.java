package org.liegg.cli;

import java.nio.file.Path;
import java.util.function.Supplier;
import org.liegg.api.report.ReportComparison;
import org.liegg.app.Liegg;
import org.liegg.cli.base.ExitCode;
import org.liegg.cli.base.LieggCommand;
import org.liegg.cli.files.JsonOption;
import org.liegg.cli.files.JsonTarget;
import org.liegg.cli.files.PageOption;
import org.liegg.cli.terminal.Terminal;
import org.liegg.metrics.compare.ComparedGenerators;
import org.liegg.report.ComparisonHtml;
import org.liegg.report.ComparisonJson;
import org.liegg.report.ComparisonText;
import org.liegg.report.GeneratorsJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code liegg compare}: what changed from one report to another. */
@Command(
    name = "compare",
    description = {
      "Compares two reports of extractions under the same action, or files of generators:"
          + " dimensions, the angles between the two algebras, and defects. Exits with 1 when the"
          + " symmetry got worse beyond noise, with 3 when one is too uncertain to compare.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  liegg compare before.json after.json",
      "  liegg compare released.json candidate.json --json - | jq .change",
      "  liegg compare released.json candidate.json --report change.html"
    })
final class CompareCommand extends LieggCommand {
  @Parameters(
      index = "0",
      paramLabel = "BEFORE",
      description = "A report, written with --json, or generators, written with --generators.")
  Path before = Path.of("");

  @Parameters(index = "1", paramLabel = "AFTER", description = "Another, of the same action.")
  Path after = Path.of("");

  @Mixin private final PageOption page = new PageOption();

  @Mixin private final JsonOption json = new JsonOption();

  CompareCommand(Supplier<Liegg> liegg, Terminal terminal) {
    super(liegg, terminal);
  }

  @Override
  public Integer call() {
    JsonTarget target = json.writable();
    page.requireWritable();
    ReportComparison comparison = liegg.get().compare(read(before), read(after));
    target.write(() -> ComparisonJson.toString(comparison));
    page.write(() -> ComparisonHtml.toString(comparison, before.toString(), after.toString()));
    target.print(
        terminal,
        () -> ComparisonJson.toString(comparison),
        () ->
            new ComparisonText(terminal.columns(), terminal.interactive(), terminal.unicode())
                .format(comparison));
    return switch (comparison.change()) {
      case BETTER, SAME -> ExitCode.DONE;
      case WORSE -> ExitCode.NO;
      case INSUFFICIENT_EVIDENCE -> ExitCode.INSUFFICIENT_EVIDENCE;
    };
  }

  private static ComparedGenerators read(Path file) {
    return GeneratorsJson.either(file, ComparedGenerators::of, ComparedGenerators::of);
  }
}
