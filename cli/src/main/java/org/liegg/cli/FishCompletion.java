package org.liegg.cli;

import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What makes the shell fish complete commands and options, a line each. */
final class FishCompletion {
  private final StringBuilder script = new StringBuilder();
  private final String name;

  private FishCompletion(String name) {
    this.name = name;
  }

  static String of(CommandLine command) {
    FishCompletion completion = new FishCompletion(command.getCommandName());
    completion.commands(command);
    return completion.script.toString();
  }

  private void commands(CommandLine command) {
    script.append("# Completion of %s for fish.%n".formatted(name));
    options(command.getCommandSpec(), "__fish_use_subcommand");
    command
        .getSubcommands()
        .forEach(
            (sub, line) -> {
              script.append(
                  "complete -c %s -n __fish_use_subcommand -f -a %s -d %s%n"
                      .formatted(name, sub, quoted(about(line.getCommandSpec()))));
              options(line.getCommandSpec(), "'__fish_seen_subcommand_from " + sub + "'");
            });
  }

  private void options(CommandSpec command, String condition) {
    for (OptionSpec option : command.options()) {
      if (option.hidden()) {
        continue;
      }
      script.append("complete -c %s -n %s".formatted(name, condition));
      for (String word : option.names()) {
        script.append(
            word.startsWith("--") ? " -l " + word.substring(2) : " -s " + word.substring(1));
      }
      if (option.arity().max() > 0) {
        script.append(" -r");
        String values = choices(option);
        script.append(values.isEmpty() ? "" : " -f -a " + quoted(values));
      }
      script.append(" -d %s%n".formatted(quoted(first(option.description()))));
    }
  }

  /** The values of an option that has a few, as its label {@code a|b} names them. */
  private static String choices(OptionSpec option) {
    String label = option.paramLabel();
    return label.matches("[a-z][a-z-]*(\\|[a-z][a-z-]*)+") ? label.replace('|', ' ') : "";
  }

  private static String about(CommandSpec command) {
    return first(command.usageMessage().description());
  }

  /** The first sentence. */
  private static String first(String... lines) {
    String text = String.join(" ", Stream.of(lines).map(String::strip).toList());
    String[] sentences = text.split("(?<!e\\.g)\\. ", 2);
    return sentences[0].replaceFirst("\\.$", "");
  }

  private static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
