package org.liegg.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.liegg.api.report.SymmetryReport;
import org.liegg.cli.terminal.Terminal;
import org.liegg.report.ReportJson;

/**
 * The command, run in this JVM.
 *
 * @param exitCode what it told the shell
 * @param out what it printed on standard output
 * @param err what it printed on standard error
 */
record CommandRun(int exitCode, String out, String err) {

  static CommandRun of(String... args) {
    return with(new PluginSources("", List.of()), args);
  }

  /** The command with plug-ins beside those that its arguments name. */
  static CommandRun with(PluginSources plugins, String... args) {
    return run(plugins, Path.of(""), args);
  }

  /** The command as in a folder, as far as it looks for its configuration there. */
  static CommandRun in(Path folder, String... args) {
    return run(new PluginSources("", List.of()), folder, args);
  }

  private static CommandRun run(PluginSources plugins, Path folder, String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int exitCode =
        new Invocation(
                new Terminal(
                    new PrintStream(out, true, StandardCharsets.UTF_8),
                    new PrintStream(err, true, StandardCharsets.UTF_8),
                    false,
                    false,
                    100,
                    StandardCharsets.UTF_8),
                plugins,
                folder)
            .run(new Arguments(List.of(args)));
    return new CommandRun(
        exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /** The command on a model and samples. */
  static CommandRun on(String command, Path model, Path data, String... more) {
    return of(arguments(command, model, data, more));
  }

  /** The command on the trained O(5) network and its data. */
  static CommandRun onReference(String command, String... more) {
    return on(command, reference("model.zip"), reference("x.npy"), more);
  }

  /** The report of an extraction that is not complained of. */
  static SymmetryReport extracted(Path model, Path data, String action) {
    CommandRun run = on("extract", model, data, "--action", action, "--json", "-");
    assertThat(run.err()).isEmpty();
    return ReportJson.read(
        new ByteArrayInputStream(run.out().getBytes(StandardCharsets.UTF_8)), "what it printed");
  }

  /** The document that the command printed. */
  JsonNode json() throws IOException {
    return new ObjectMapper().readTree(out);
  }

  /** What starts the command in a JVM of its own. */
  static List<String> inJvm(String heap, String... arguments) {
    List<String> start =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            heap,
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName());
    return List.of(joined(start, arguments));
  }

  /** The command line for a model and samples. */
  static String[] arguments(String command, Path model, Path data, String... more) {
    return joined(List.of(command, "--model", model.toString(), "--data", data.toString()), more);
  }

  /** Arguments and more arguments. */
  static String[] joined(List<String> first, String... more) {
    return Stream.concat(first.stream(), Stream.of(more)).toArray(String[]::new);
  }

  /** The trained O(5) network and its data. */
  static Path reference(String name) {
    return Path.of("src/test/resources/o5-mlp", name);
  }
}
