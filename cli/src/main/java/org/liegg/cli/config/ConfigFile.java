package org.liegg.cli.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.liegg.study.yaml.YamlFiles;
import org.liegg.study.yaml.YamlKind;
import org.liegg.study.yaml.YamlNode;

/**
 * What a configuration file says.
 *
 * @param file its name
 * @param folder that paths in it are relative to
 * @param defaults values of options, by their names without the dashes
 * @param checks what {@code liegg check} is to check, in the file's order
 * @param serve values of options of {@code liegg serve}, which has no others of the file
 */
public record ConfigFile(
    Path file,
    Path folder,
    Map<String, YamlNode> defaults,
    List<Entry> checks,
    Map<String, YamlNode> serve) {
  /** The file that is read where it is there. */
  public static final String NAME = "liegg.yaml";

  /** What runs code or chooses the file, and so is for the command line alone. */
  public static final Set<String> COMMAND_LINE_ONLY =
      Set.of("plugins", "config", "help", "version");

  /** Files of all checks together. */
  private static final Set<String> OF_ALL_CHECKS = Set.of("junit", "summary");

  private static final YamlKind KIND =
      new YamlKind("configuration", "defaults: {data: x.npy}", ConfigException::new);

  /**
   * A check of the file.
   *
   * @param name what it is called, the one of its place where it was given none
   * @param values of options, by their names without the dashes
   */
  public record Entry(String name, Map<String, YamlNode> values) {}

  /**
   * Reads a file.
   *
   * @param all options of all commands, by their names without the dashes
   * @param ofChecks those of the command {@code check}
   * @param ofServe those of the command {@code serve}
   * @throws ConfigException {@code LIEGG-CONFIG-INVALID}, with the line and column, if it cannot be
   *     read, is no YAML, or has a key that is not known
   */
  public static ConfigFile read(
      Path file, Set<String> all, Set<String> ofChecks, Set<String> ofServe) {
    Path folder = Optional.ofNullable(file.getParent()).orElse(Path.of(""));
    YamlNode root =
        YamlFiles.parse(KIND, file.toString(), YamlFiles.content(KIND, file), "the configuration");
    Map<String, YamlNode> parts = root.fields(Set.of("defaults", "checks", "serve"));
    Map<String, YamlNode> defaults =
        Optional.ofNullable(parts.get("defaults"))
            .map(node -> options(node, all, COMMAND_LINE_ONLY, "the command line"))
            .orElse(Map.of());
    List<Entry> checks =
        Optional.ofNullable(parts.get("checks"))
            .map(node -> checks(node, ofChecks))
            .orElse(List.of());
    Map<String, YamlNode> serve =
        Optional.ofNullable(parts.get("serve"))
            .map(node -> options(node, ofServe, COMMAND_LINE_ONLY, "the command line"))
            .orElse(Map.of());
    return new ConfigFile(file, folder, defaults, checks, serve);
  }

  /** An error in what the file says together with what the user says. */
  public ConfigException wrong(String found, String remedy) {
    return new ConfigException("configuration " + file, found, remedy, null);
  }

  private static List<Entry> checks(YamlNode node, Set<String> known) {
    List<YamlNode> nodes = node.list(one -> one);
    List<Entry> entries = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (YamlNode one : nodes) {
      Entry entry = entry(one, known, entries.size() + 1);
      if (!names.add(entry.name())) {
        throw one.wrong(
            "two checks have the name '%s'".formatted(entry.name()), "give each its own");
      }
      entries.add(entry);
    }
    return List.copyOf(entries);
  }

  private static Entry entry(YamlNode node, Set<String> known, int place) {
    Set<String> keys = new TreeSet<>(known);
    keys.add("name");
    Set<String> elsewhere = new TreeSet<>(COMMAND_LINE_ONLY);
    elsewhere.addAll(OF_ALL_CHECKS);
    Map<String, YamlNode> values =
        options(node, keys, elsewhere, "the command line, or defaults: where that takes it");
    YamlNode name = values.remove("name");
    return new Entry(name == null ? "check " + place : name.text(), values);
  }

  private static Map<String, YamlNode> options(
      YamlNode node, Set<String> known, Set<String> elsewhere, String where) {
    Set<String> keys = new TreeSet<>(known);
    keys.removeAll(elsewhere);
    for (String key : elsewhere) {
      YamlNode value = node.fields().get(key);
      if (value != null) {
        throw value.wrong("'%s' has no place here".formatted(key), "say it on " + where);
      }
    }
    return node.fields(keys);
  }
}
