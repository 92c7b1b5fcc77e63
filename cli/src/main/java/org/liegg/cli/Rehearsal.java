package org.liegg.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.liegg.cli.terminal.Terminal;

/**
 * Runs what most runs of the command do, with a model of every format, and throws the answers away.
 * The virtual machine notes the classes that this needs, and the launcher keeps them parsed.
 */
final class Rehearsal {
  private static final List<String> MODELS =
      List.of("model.zip", "model.h5", "model.keras", "model.onnx", "model.pt", "saved_model");

  private Rehearsal() {}

  /**
   * Runs everything, and ends the process.
   *
   * @param args the folder of the examples
   */
  public static void main(String[] args) throws IOException {
    Main.quietLibraries();
    Path example = Path.of(args[0]).resolve("o5-mlp");
    Path written = Files.createTempDirectory("liegg-rehearsal");
    Path data = example.resolve("x.npy");
    List<String> on = List.of("--data", data.toString(), "--limit", "400", "--action", "gl(5)^2");
    run(List.of("--version"), List.of());
    run(List.of("--help"), List.of());
    for (String name : MODELS) {
      List<String> model = List.of("extract", "--model", example.resolve(name).toString());
      run(model, on, "--reference", "so(5)", "--json", written.resolve("a.json").toString());
    }
    Path model = example.resolve("model.zip");
    Path page = written.resolve("a.html");
    run(
        List.of("check", "--model", model.toString(), "--report", page.toString()),
        on,
        "--expect",
        "so(5)");
    Path report = written.resolve("a.json");
    run(List.of("compare", report.toString(), report.toString()), List.of());
    run(List.of("layers", "--model", model.toString()), on);
    for (Path file : List.of(page, report)) {
      Files.deleteIfExists(file);
    }
    Files.deleteIfExists(written);
    // Libraries may have threads of their own.
    System.exit(0);
  }

  private static void run(List<String> command, List<String> options, String... more) {
    List<String> words = new ArrayList<>(command);
    words.addAll(options);
    words.addAll(List.of(more));
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    Terminal terminal = new Terminal(nowhere, nowhere, false, false, 100, StandardCharsets.UTF_8);
    Main.run(terminal, new PluginSources("", List.of()), words.toArray(String[]::new));
  }
}
