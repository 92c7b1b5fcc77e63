package org.liegg.cli.serve;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Options of a service that the environment says, as words of its command. */
public final class EnvironmentWords {
  private static final String PREFIX = "LIEGG_SERVE_";

  /** What all commands have, or what is about the call alone. */
  private static final Set<String> NOT_OWN =
      Set.of(
          "--help",
          "--version",
          "--stacktrace",
          "--quiet",
          "--verbose",
          "--config",
          "--plugins",
          "--print-config");

  private EnvironmentWords() {}

  /** Names of the options that a service has of its own, with their dashes. */
  static Set<String> names(CommandSpec command) {
    Set<String> names = new TreeSet<>();
    command.options().forEach(option -> names.add(option.longestName()));
    names.removeAll(NOT_OWN);
    return names;
  }

  /**
   * The words. What the command line says stays; a variable of an option that there is not becomes
   * a word that is refused, since somebody meant something by it.
   *
   * @param command the service's
   * @param environment all variables
   * @param said options that have their value already, with their dashes
   */
  public static List<String> of(
      CommandSpec command, Map<String, String> environment, Set<String> said) {
    List<String> words = new ArrayList<>();
    new TreeMap<>(environment)
        .forEach(
            (variable, value) -> {
              if (variable.startsWith(PREFIX) && !variable.equals(NetworkOptions.TOKEN)) {
                String name = "--" + variable.substring(PREFIX.length()).toLowerCase(Locale.ROOT);
                String option = name.replace('_', '-');
                if (!said.contains(option)) {
                  add(words, command.findOption(option), option, value);
                }
              }
            });
    return words;
  }

  private static void add(List<String> words, OptionSpec option, String name, String value) {
    if (option == null) {
      words.add(name + "=" + value);
    } else if (option.arity().max() == 0) {
      if (Boolean.parseBoolean(value)) {
        words.add(name);
      }
    } else if (option.isMultiValue() && option.paramLabel().equals("DIR")) {
      for (String each : value.split(File.pathSeparator, -1)) {
        words.add(name + "=" + each);
      }
    } else {
      words.add(name + "=" + value);
    }
  }
}
