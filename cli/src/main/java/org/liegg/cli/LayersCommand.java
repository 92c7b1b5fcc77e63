package org.liegg.cli;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.liegg.api.report.LayerReport;
import org.liegg.app.Liegg;
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
final class LayersCommand implements Callable<Integer> {
  private final Supplier<Liegg> liegg;
  private final Terminal terminal;

  @Mixin private final ExtractionOptions options = new ExtractionOptions();

  @Mixin private final PageOption page = new PageOption();

  @Option(
      names = "--layers",
      paramLabel = "NAME",
      split = ",",
      description = "Only these layers; liegg extract --output '?' lists them. Default: all.")
  List<String> names = List.of();

  @Option(
      names = "--json",
      paramLabel = "FILE",
      description = "Write the result as JSON; - prints it in place of the table.")
  @Nullable String json;

  LayersCommand(Supplier<Liegg> liegg, Terminal terminal) {
    this.liegg = liegg;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    JsonTarget target = JsonTarget.of(json);
    target.requireWritable();
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
    try (ProgressBars progress = new ProgressBars(terminal, "layers", "layers")) {
      return liegg.get().layers(options.layers(), names, progress);
    }
  }
}
