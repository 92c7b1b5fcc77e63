package org.liegg.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

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
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int exitCode =
        Main.run(
            new Terminal(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false,
                false,
                100,
                StandardCharsets.UTF_8),
            plugins,
            args);
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
