package org.liegg.cli.generators;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.liegg.api.ActionException;
import org.liegg.api.DataException;
import org.liegg.api.Printable;
import org.liegg.api.report.readable.GeneratorManifest;
import org.liegg.api.report.readable.ReadableGenerators;
import org.liegg.app.Liegg;
import org.liegg.cli.terminal.Terminal;
import org.liegg.report.GeneratorsJson;
import org.liegg.report.ReportFiles;
import org.liegg.report.generators.ReadableLatex;
import org.liegg.report.generators.ReadableSympy;
import org.liegg.report.generators.ReadableText;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code liegg generators}: what was learned, to be read or to be used elsewhere. */
@Command(
    name = "generators",
    description = {
      "Prints the generators of a report in a readable form: a sparse basis with exact numbers"
          + " where chance does not explain them, what each does, and what all of them keep. Writes"
          + " them to a file that --reference, --expect and --action take.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  liegg generators report.json",
      "  liegg generators report.json --as latex",
      "  liegg generators report.json --as sympy > symmetries.py",
      "  liegg generators report.json --out found.json",
      "  liegg check --model other.zip --data x.npy --action 'gl(5)^2' --expect found.json"
    })
public final class GeneratorsCommand implements Callable<Integer> {
  private final Supplier<Liegg> liegg;
  private final Terminal terminal;

  /** What generators are printed as. */
  enum Form {
    text,
    latex,
    sympy,
    json
  }

  @Parameters(
      index = "0",
      paramLabel = "FILE",
      description = "A report, written with --json, or generators that were written with --out.")
  Path file = Path.of("");

  @Option(
      names = "--as",
      paramLabel = "text|latex|sympy|json",
      defaultValue = "text",
      description = "What to print. Default: ${DEFAULT-VALUE}.")
  Form form = Form.text;

  @Option(
      names = "--out",
      paramLabel = "FILE.json",
      description = "Write the generators with their bounds and where they come from.")
  @Nullable Path out;

  /** The command with its services, which are not asked for before it runs. */
  public GeneratorsCommand(Supplier<Liegg> liegg, Terminal terminal) {
    this.liegg = liegg;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    if (out != null) {
      ReportFiles.requireWritable(out);
    }
    GeneratorManifest manifest =
        GeneratorsJson.either(file, Function.identity(), report -> liegg.get().generators(report));
    if (out != null) {
      ReportFiles.writeAtomically(out, GeneratorsJson.toString(manifest));
    }
    terminal.out().print(printed(manifest));
    return ExitCode.OK;
  }

  private String printed(GeneratorManifest manifest) {
    if (form == Form.json) {
      return GeneratorsJson.toString(manifest);
    }
    Optional<ReadableGenerators> readable = manifest.readable();
    if (readable.isEmpty()) {
      throw new ActionException(
          "LIEGG-GENERATORS-UNREAD",
          "generators of '%s'".formatted(Printable.text(manifest.action().spec())),
          "they have no readable form: they act on outputs or by no polynomials, are more than 60,"
              + " or too much noise is in them",
          "print their coefficients with --as json");
    }
    int inputs = liegg.get().action(manifest.action().spec()).inputSize();
    if (!readable.get().isOf(inputs)) {
      throw new DataException(
          "LIEGG-GENERATORS-CORRUPT",
          "generators " + file,
          "their readable form is not of %d inputs, as their action is".formatted(inputs),
          "write them again with liegg generators REPORT.json --out");
    }
    return switch (form) {
      case latex -> ReadableLatex.of(readable.get(), manifest.inputs(), inputs);
      case sympy -> ReadableSympy.of(readable.get(), manifest.inputs(), inputs);
      default -> ReadableText.of(readable.get(), manifest.inputs(), inputs);
    };
  }
}
