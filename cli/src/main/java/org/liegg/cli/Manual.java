package org.liegg.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.liegg.app.Liegg;
import org.liegg.cli.terminal.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Writes what an installation has beside the command: pages for {@code man}, one a command, and
 * completions for shells. Not part of the command; the build of an installation calls it.
 */
final class Manual {
  private static final String FOOTER =
      """
      .SH EXIT STATUS
      0 done, 1 the answer is no, 2 wrong use or bad input, 3 not enough evidence, 70 internal
      error, also of Java itself, 130 interrupted.
      .SH ENVIRONMENT
      JAVA_HOME, LIEGG_JAVA_OPTS, LIEGG_PLUGINS, LIEGG_CACHE, NO_COLOR
      """;

  private Manual() {}

  /**
   * Writes everything.
   *
   * @param args the folder to write to, in which {@code man} and {@code completion} are made
   */
  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args[0]);
    Terminal terminal = Terminal.ofSystem();
    CommandLine command = Main.commandLine(terminal, new Lazy<>(Liegg::create));
    Path pages = Files.createDirectories(folder.resolve("man/man1"));
    Files.writeString(pages.resolve("liegg.1"), page(command.getCommandSpec()));
    for (CommandLine sub : command.getSubcommands().values()) {
      CommandSpec spec = sub.getCommandSpec();
      Files.writeString(pages.resolve("liegg-%s.1".formatted(spec.name())), page(spec));
    }
    Path completions = Files.createDirectories(folder.resolve("completion"));
    for (CompletionCommand.Shell shell : CompletionCommand.Shell.values()) {
      String name = "liegg." + shell.name().toLowerCase(Locale.ROOT);
      Files.writeString(completions.resolve(name), CompletionCommand.script(shell, command));
    }
  }

  /** The page of a command, in the macros {@code man}. */
  static String page(CommandSpec command) {
    String name = command.qualifiedName("-");
    String[] about = command.usageMessage().description();
    StringBuilder page = new StringBuilder();
    page.append(".TH \"%s\" 1\n".formatted(name.toUpperCase(Locale.ROOT)));
    page.append(".SH NAME\n%s \\- %s\n".formatted(text(name), text(sentence(about))));
    page.append(".SH SYNOPSIS\n.B %s\n%s\n".formatted(text(command.qualifiedName()), use(command)));
    page.append(".SH DESCRIPTION\n");
    for (String line : about) {
      page.append(line.isBlank() ? ".PP\n" : text(line) + "\n");
    }
    page.append(".SH OPTIONS\n");
    for (OptionSpec option : command.options()) {
      page.append(option.hidden() ? "" : option(option));
    }
    if (!command.subcommands().isEmpty()) {
      page.append(".SH COMMANDS\n");
      command.subcommands().forEach((sub, line) -> page.append(subcommand(name, sub, line)));
    }
    return page.append(FOOTER).toString();
  }

  private static String use(CommandSpec command) {
    String positional =
        command.positionalParameters().stream()
            .map(CommandLine.Model.PositionalParamSpec::paramLabel)
            .collect(Collectors.joining(" "));
    String rest = command.subcommands().isEmpty() ? positional : "COMMAND";
    return text(("[OPTION]... " + rest).strip());
  }

  private static String option(OptionSpec option) {
    String label = option.arity().max() > 0 ? "=" + option.paramLabel() : "";
    String names = String.join(", ", option.names()) + label;
    return ".TP\n.B %s\n%s\n".formatted(text(names), text(String.join(" ", option.description())));
  }

  private static String subcommand(String name, String sub, CommandLine line) {
    String about = sentence(line.getCommandSpec().usageMessage().description());
    return ".TP\n.BR %s (1)\n%s\n".formatted(text(name + "-" + sub), text(about));
  }

  private static String sentence(String... lines) {
    String all = Stream.of(lines).map(String::strip).collect(Collectors.joining(" ")).strip();
    return all.split("(?<!e\\.g)\\. ", 2)[0].replaceFirst("\\.$", "");
  }

  /** Text as it stands: no line is taken for a macro, and hyphens stay what is typed. */
  private static String text(String text) {
    String escaped = text.strip().replace("\\", "\\e").replace("-", "\\-");
    return escaped.startsWith(".") || escaped.startsWith("'") ? "\\&" + escaped : escaped;
  }
}
