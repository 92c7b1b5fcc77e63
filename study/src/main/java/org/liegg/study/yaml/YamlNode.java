package org.liegg.study.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.liegg.api.LieggException;
import org.liegg.api.spi.Suggestions;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * A value of a YAML file that knows where it stands, for messages that say so.
 *
 * @param kind what the file is about
 * @param file its name
 * @param key what it is the value of
 * @param node the value
 */
public record YamlNode(YamlKind kind, String file, String key, Node node) {

  private static final Set<String> PLAIN =
      Set.of(
          "tag:yaml.org,2002:str",
          "tag:yaml.org,2002:int",
          "tag:yaml.org,2002:float",
          "tag:yaml.org,2002:bool",
          "tag:yaml.org,2002:null");

  /** An error at this place. */
  public LieggException wrong(String found, String remedy) {
    return wrong(node, found, remedy);
  }

  private LieggException wrong(Node at, String found, String remedy) {
    return kind.wrong(file + place(at.getStartMark()), found, remedy, null);
  }

  /** The line that this stands in, counted from 1. */
  public int line() {
    return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
  }

  static String place(Optional<Mark> mark) {
    return mark.map(m -> ", line %d, column %d".formatted(m.getLine() + 1, m.getColumn() + 1))
        .orElse("");
  }

  /** The values of a mapping whose keys are among the known ones, each once. */
  public Map<String, YamlNode> fields(Set<String> known) {
    if (!(node instanceof MappingNode mapping)) {
      throw wrong(
          "%s is not a mapping".formatted(key), "give keys and values, e.g. " + kind.example());
    }
    Map<String, YamlNode> fields = new LinkedHashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      String name = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
      if (!known.contains(name)) {
        throw wrong(
            tuple.getKeyNode(),
            "unknown key '%s' in %s%s"
                .formatted(
                    name,
                    key,
                    Suggestions.nearest(name, known)
                        .map(", did you mean '%s'?"::formatted)
                        .orElse("")),
            "known are " + String.join(", ", known.stream().sorted().toList()));
      }
      if (fields.put(name, new YamlNode(kind, file, name, tuple.getValueNode())) != null) {
        throw wrong(tuple.getKeyNode(), "the key '%s' is there twice".formatted(name), "keep one");
      }
    }
    return fields;
  }

  /** Whether it is a list. */
  public boolean isList() {
    return node instanceof SequenceNode;
  }

  /** Whether it has keys of its own. */
  public boolean isMapping() {
    return node instanceof MappingNode;
  }

  /** The keys and values of a mapping, whatever the keys are, each once. */
  public Map<String, YamlNode> fields() {
    return fields(keys());
  }

  private Set<String> keys() {
    Set<String> keys = new TreeSet<>();
    if (node instanceof MappingNode mapping) {
      for (NodeTuple tuple : mapping.getValue()) {
        if (tuple.getKeyNode() instanceof ScalarNode scalar) {
          keys.add(scalar.getValue());
        }
      }
    }
    return keys;
  }

  /** The scalar as text. */
  public String text() {
    if (node instanceof ScalarNode scalar) {
      requireNoTag(scalar);
      return scalar.getValue();
    }
    throw wrong("%s is not a single value".formatted(key), "give one value");
  }

  /** A tag asks a parser to make something of a value, and nothing is made here. */
  private void requireNoTag(ScalarNode scalar) {
    String tag = scalar.getTag().getValue();
    if (!PLAIN.contains(tag)) {
      throw wrong("%s has the tag '%s'".formatted(key, tag), "leave the tag out");
    }
  }

  /** A whole number. */
  public int integer() {
    long value = whole();
    if (value != (int) value) {
      throw wrong("%s is %d".formatted(key, value), "give a smaller number");
    }
    return (int) value;
  }

  /** A whole number of any size. */
  public long whole() {
    return parsed("a whole number, e.g. 10", Long::parseLong);
  }

  /** A number. */
  public double number() {
    return parsed("a number, e.g. 0.01", Double::parseDouble);
  }

  /** true or false. */
  public boolean flag() {
    return choice(Map.of("true", true, "false", false));
  }

  /** One of some words. */
  public <T> T choice(Map<String, T> words) {
    String word = text();
    T value = words.get(word);
    if (value == null) {
      throw wrong(
          "%s is '%s'%s"
              .formatted(
                  key,
                  word,
                  Suggestions.nearest(word, words.keySet())
                      .map(", did you mean '%s'?"::formatted)
                      .orElse("")),
          "give one of " + String.join(", ", words.keySet().stream().sorted().toList()));
    }
    return value;
  }

  /** A list; a single value is a list of one. */
  public <T> List<T> list(Function<YamlNode, T> element) {
    if (!(node instanceof SequenceNode sequence)) {
      return List.of(element.apply(this));
    }
    List<T> all = new ArrayList<>();
    for (Node one : sequence.getValue()) {
      all.add(element.apply(new YamlNode(kind, file, key, one)));
    }
    return all;
  }

  private <T> T parsed(String wanted, Function<String, T> parse) {
    String text = text().replace("_", "");
    try {
      return parse.apply(text);
    } catch (NumberFormatException e) {
      throw wrong("%s is '%s'".formatted(key, text()), "give " + wanted);
    }
  }
}
