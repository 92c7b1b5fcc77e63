package org.liegg.engine.dl4j;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.liegg.engine.dl4j.archive.ModelArchive;

/** Files of {@link Graphs#branches} whose configuration somebody has changed. */
public final class AlteredGraphs {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private AlteredGraphs() {}

  /**
   * A file in which a setting has another value.
   *
   * @param at pointer to the object that has the setting
   * @param key the setting
   * @param value JSON
   */
  public static Path with(Path directory, String at, String key, String value) {
    return changed(
        directory, root -> ((ObjectNode) root.at(at.equals("/") ? "" : at)).set(key, json(value)));
  }

  /** A file whose configuration went through someone's hands. */
  public static Path changed(Path directory, Consumer<ObjectNode> change) {
    Map<String, byte[]> entries = entries(directory);
    ObjectNode root = configuration(entries);
    change.accept(root);
    entries.put(ModelArchive.CONFIGURATION, root.toString().getBytes(StandardCharsets.UTF_8));
    return Zips.write(directory, entries);
  }

  public static ObjectNode configuration(Map<String, byte[]> entries) {
    return (ObjectNode)
        json(
            new String(
                Objects.requireNonNull(entries.get(ModelArchive.CONFIGURATION)),
                StandardCharsets.UTF_8));
  }

  static Map<String, byte[]> entries(Path directory) {
    return Zips.entries(Graphs.save(Graphs.branches(), directory));
  }

  public static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(text, e);
    }
  }
}
