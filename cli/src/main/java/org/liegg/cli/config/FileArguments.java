package org.liegg.cli.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.liegg.study.yaml.YamlNode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Values of a configuration as arguments of a command. What was said first stays: the command line
 * before a check of the file, and that before the file's defaults.
 */
public final class FileArguments {
  private static final String DASHES = "--";

  private final CommandSpec command;
  private final Path folder;
  private final List<String> words = new ArrayList<>();
  private final Map<String, String> places = new LinkedHashMap<>();
  private final Set<String> said;

  /**
   * @param command whose options are filled; what it does not have is left out
   * @param folder that paths are relative to
   * @param said options that have their value already, with their dashes; more are added to it
   */
  public FileArguments(CommandSpec command, Path folder, Set<String> said) {
    this.command = command;
    this.folder = folder;
    this.said = said;
  }

  /**
   * Adds values of options that have none yet.
   *
   * @throws ConfigException if a value is of the wrong kind, such as a list for a number
   */
  public void add(Map<String, YamlNode> values) {
    values.forEach(
        (name, value) -> {
          OptionSpec option = command.findOption(DASHES + name);
          if (option != null && said.add(DASHES + name)) {
            add(option, DASHES + name, value);
          }
        });
  }

  /** The arguments, each option and its value one word. */
  public List<String> words() {
    return List.copyOf(words);
  }

  /** Where an option's value stands, e.g. {@code liegg.yaml, line 3}, by the option's name. */
  public Map<String, String> places() {
    return Map.copyOf(places);
  }

  private void add(OptionSpec option, String name, YamlNode value) {
    places.put(name, "%s, line %d".formatted(value.file(), value.line()));
    if (option.arity().max() == 0) {
      if (value.flag()) {
        words.add(name);
      }
    } else if (option.isMultiValue() && value.isMapping()) {
      value.fields().forEach((key, one) -> word(option, name, key + "=" + one.text()));
    } else if (option.isMultiValue() && value.isList()) {
      value.list(YamlNode::text).forEach(one -> word(option, name, one));
    } else {
      word(option, name, value.text());
    }
  }

  private void word(OptionSpec option, String name, String text) {
    words.add(name + "=" + located(option.paramLabel(), text));
  }

  /** The text, with a path in it made one of the file's folder. */
  private String located(String label, String text) {
    int from = label.startsWith("NAME=") ? text.indexOf('=') + 1 : 0;
    String path = text.substring(from);
    boolean isPath = label.contains("FILE") || label.contains("DIR");
    boolean isWord = path.isEmpty() || Set.of("-", "?").contains(path);
    boolean isChoice = List.of(label.split("\\|", -1)).contains(path);
    if (!isPath || isWord || isChoice || path.contains("://") || folder.toString().isEmpty()) {
      return text;
    }
    return text.substring(0, from) + folder.resolve(path);
  }
}
