package org.liegg.cli;

import java.util.List;
import java.util.function.Supplier;
import org.liegg.api.report.LayerReport;
import org.liegg.app.Liegg;
import org.liegg.cli.base.ExitCode;
import org.liegg.cli.base.LieggCommand;
import org.liegg.cli.files.JsonOption;
import org.liegg.cli.files.JsonTarget;
import org.liegg.cli.files.PageOption;
import org.liegg.cli.terminal.ProgressBars;
import org.liegg.cli.terminal.Terminal;
import org.liegg.report.LayersHtml;
import org.liegg.report.LayersJson;
import org.liegg.report.LayersText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code liegg layers}: the same extraction at every layer. */
@Command(
    name = "layers",
    description = {
      "Extracts the symmetries of every hidden layer of a model and of its output, to see where in"
          + " the network they arise.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  liegg layers --model net.zip --data x.npy --action 'gl(5)^2' --reference 'so(5)'",
      "  liegg layers --model saved_model --data x.npy --layers act0,act1,y --json layers.json"
    })
final class LayersCommand extends LieggCommand {
  @Mixin private final ExtractionOptions options = new ExtractionOptions();

  @Mixin private final PageOption page = new PageOption();

  @Mixin private final JsonOption json = new JsonOption();

  @Option(
      names = "--layers",
      paramLabel = "NAME",
      split = ",",
      description = "Only these layers; liegg extract --output '?' lists them. Default: all.")
  List<String> names = List.of();

  LayersCommand(Supplier<Liegg> liegg, Terminal terminal) {
    super(liegg, terminal);
  }

  @Override
  public Integer call() {
    JsonTarget target = json.writable();
    page.requireWritable();
    LayerReport report = extract();
    target.write(() -> LayersJson.toString(report));
    page.write(() -> LayersHtml.toString(report));
    target.print(
        terminal,
        () -> LayersJson.toString(report),
        () ->
            new LayersText(terminal.columns(), terminal.interactive(), terminal.unicode())
                .format(report));
    return ExitCode.DONE;
  }

  private LayerReport extract() {
    try (ProgressBars progress = progress("layers", "layers")) {
      return liegg.get().layers(options.layers(), names, progress);
    }
  }
}
