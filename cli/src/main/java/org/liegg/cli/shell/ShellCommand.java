package org.liegg.cli.shell;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import jdk.jshell.tool.JavaShellToolBuilder;
import org.jspecify.annotations.Nullable;
import org.liegg.api.spi.PluginLoader;
import org.liegg.cli.base.ExitCode;
import org.liegg.cli.terminal.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code liegg shell}: the library, by lines of Java. */
@Command(
    name = "shell",
    description = {
      "Takes Java by the line, with the library imported and at hand: liegg is a Liegg, and with"
          + " --model extraction asks about that model. show(report) prints a report, page(report,"
          + " \"F.html\") writes its page, read(\"F.json\") reads one. /exit leaves, /help says the"
          + " rest. It is the jshell of the JDK, which is needed for it.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  liegg shell --model net.zip --data x.npy --action 'gl(5)^2'",
      "  liegg shell --execute layers.jsh --model net.zip --data x.npy",
      "  echo 'show(read(\"report.json\"));' | liegg shell --execute -"
    })
public final class ShellCommand implements Callable<Integer> {
  private static final String STANDARD_INPUT = "-";

  private final Terminal terminal;

  @Option(
      names = "--model",
      paramLabel = "MODEL",
      description = "What extraction asks about: a file, a folder, or a server.")
  @Nullable String model;

  @Option(names = "--data", paramLabel = "FILE", description = "The samples that it asks on.")
  @Nullable String data;

  @Option(
      names = "--action",
      paramLabel = "ACTION",
      description = "The candidate fields that it asks about.")
  @Nullable String action;

  @Option(
      names = "--execute",
      paramLabel = "FILE|-",
      description = {
        "Run what is in a file, or comes from standard input, up to the first line that fails, and"
            + " ask nothing. The exit code is 2 where one fails."
      })
  @Nullable String script;

  @CommandLine.Spec CommandLine.Model.CommandSpec spec;

  /** The command. */
  public ShellCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    if (model == null && (data != null || action != null)) {
      throw new CommandLine.ParameterException(
          spec.commandLine(),
          "%s is given, and only --model uses it; name a model, or leave it out"
              .formatted(data != null ? "--data" : "--action"));
    }
    requireShell(ModuleLayer.boot());
    StartUp start =
        new StartUp(
            plugins(),
            Optional.ofNullable(model),
            Optional.ofNullable(data),
            Optional.ofNullable(action));
    if (script == null) {
      return InteractiveRun.run(JavaShellToolBuilder.builder(), start);
    }
    execute(script, start);
    return ExitCode.DONE;
  }

  /**
   * Refuses a Java that has no shell.
   *
   * @throws ShellException {@code LIEGG-SHELL-JDK} if it has none
   */
  static void requireShell(ModuleLayer java) {
    if (java.findModule("jdk.jshell").isEmpty()) {
      throw new ShellException(
          "LIEGG-SHELL-JDK",
          "the Java in " + System.getProperty("java.home"),
          "it has no module jdk.jshell: it is a runtime, and no JDK",
          "point JAVA_HOME to a JDK 17 or later");
    }
  }

  /** Those of the loader of this thread, which the command has made. */
  private static List<Path> plugins() {
    return Thread.currentThread().getContextClassLoader() instanceof PluginLoader loader
        ? loader.jars()
        : List.of();
  }

  private void execute(String file, StartUp start) {
    String text = text(file);
    PrintStream before = System.out;
    System.setOut(terminal.out());
    try (ScriptRun run = new ScriptRun(name(file), start)) {
      run.run(text);
    } finally {
      System.setOut(before);
    }
  }

  private static String name(String file) {
    return file.equals(STANDARD_INPUT) ? "standard input" : "script " + file;
  }

  private static String text(String file) {
    try {
      return file.equals(STANDARD_INPUT)
          ? new String(System.in.readAllBytes(), StandardCharsets.UTF_8)
          : Files.readString(Path.of(file));
    } catch (IOException e) {
      throw new ShellException(
          "LIEGG-SHELL-UNREADABLE",
          name(file),
          "it cannot be read (%s)".formatted(e),
          "name a file of Java in UTF-8, or - for standard input");
    }
  }
}
