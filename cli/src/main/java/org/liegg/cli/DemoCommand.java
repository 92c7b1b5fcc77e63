package org.liegg.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.liegg.app.Demo;
import org.liegg.app.Liegg;
import org.liegg.cli.base.ExitCode;
import org.liegg.cli.base.LieggCommand;
import org.liegg.cli.terminal.ProgressBars;
import org.liegg.cli.terminal.Terminal;
import org.liegg.report.ReportText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code liegg demo}: train, extract, show. */
@Command(
    name = "demo",
    description = {
      "Trains a network on a function of two vectors in R⁵ that rotations leave alone, reads the"
          + " rotations back out of it, and writes everything into a folder.",
      ""
    })
final class DemoCommand extends LieggCommand {
  @Option(
      names = "--folder",
      paramLabel = "DIR",
      defaultValue = "liegg-demo",
      description = "Where model, data and report go. Default: ${DEFAULT-VALUE}.")
  Path folder = Path.of("liegg-demo");

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "1",
      description = "Of weights, samples and their order. Default: ${DEFAULT-VALUE}.")
  long seed;

  DemoCommand(Supplier<Liegg> liegg, Terminal terminal) {
    super(liegg, terminal);
  }

  @Override
  public Integer call() {
    Demo.Result result = trained();
    terminal
        .out()
        .printf(
            Locale.ROOT,
            "Trained 10→64→64→1 on sin‖a‖ − ‖b‖³/2 + a·b/(‖a‖‖b‖), a, b ∈ R⁵; test error %.4f of"
                + " the variance.%n%n",
            result.testError());
    terminal
        .out()
        .print(
            new ReportText(terminal.columns(), terminal.interactive(), terminal.unicode())
                .format(result.extracted()));
    terminal
        .out()
        .printf(
            "%nWritten: %s, %s, %s and %s. To repeat the extraction:%n"
                + "  ./liegg extract --model %s --data %s --action '%s' --reference '%s'%n",
            result.model(),
            result.data(),
            result.report(),
            result.page(),
            result.model(),
            result.data(),
            Demo.ACTION,
            Demo.REFERENCE);
    return ExitCode.DONE;
  }

  private Demo.Result trained() {
    try (ProgressBars progress = progress("train", "epochs")) {
      return liegg
          .get()
          .demo()
          .run(folder, seed, (done, epochs) -> progress.samples(done, OptionalLong.of(epochs)));
    }
  }
}
