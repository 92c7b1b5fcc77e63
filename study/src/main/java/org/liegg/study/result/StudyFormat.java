package org.liegg.study.result;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import org.liegg.api.Head;
import org.liegg.data.ColumnChoice;
import org.liegg.study.spec.Cell;
import org.liegg.study.spec.StudySpec;

/** Records as JSON, one line each, and what identifies them. */
public final class StudyFormat {
  private static final int KEY = 20;
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .addModule(new Jdk8Module())
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(
                  JsonInclude.Include.NON_ABSENT, JsonInclude.Include.ALWAYS))
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  private StudyFormat() {}

  public static String line(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a record that is no JSON", e);
    }
  }

  static ObjectNode tree(Object value) {
    return MAPPER.valueToTree(value);
  }

  /** Reads a line that {@link #line} wrote; one with other fields is refused. */
  static CellResult cell(String line) throws JsonProcessingException {
    CellResult result = MAPPER.readValue(line, CellResult.class);
    // Records that stand side by side in one object let fields pass that none of them has.
    if (!MAPPER.readTree(line(result)).equals(MAPPER.readTree(line))) {
      throw new JsonMappingException(null, "fields that a cell does not have");
    }
    return result;
  }

  /** The spec as it decides results: files by their content, wherever they are. */
  public static ObjectNode spec(StudySpec spec, Map<String, String> sources) {
    ObjectNode tree = tree(spec);
    tree.put("task", spec.task().label());
    tree.put("head", headLabel(spec.head()));
    spec.data()
        .ifPresent(
            files -> {
              ObjectNode data = tree.putObject("data");
              sources.entrySet().stream()
                  .sorted(Map.Entry.comparingByKey())
                  .forEach(entry -> data.put(entry.getKey(), entry.getValue()));
              data.put("loss", files.loss().name());
              data.put("testShare", files.testShare());
              files.columns().ifPresent(columns -> describe(data, columns));
            });
    return tree;
  }

  /** As the command takes it; what is not chosen is not there, as in studies that had no choice. */
  private static void describe(ObjectNode data, ColumnChoice columns) {
    if (!columns.take().isEmpty()) {
      data.put("columns", ColumnChoice.text(columns.take()));
    }
    if (!columns.leave().isEmpty()) {
      data.put("exclude", ColumnChoice.text(columns.leave()));
    }
  }

  private static String headLabel(Head head) {
    return head.label();
  }

  /** What identifies a whole study. */
  public static String fingerprint(ObjectNode spec) {
    return hash(spec.toString());
  }

  /** What identifies a cell: everything that its result depends on. */
  public static String key(ObjectNode spec, Cell cell) {
    ObjectNode shared = spec.deepCopy();
    shared.remove("name");
    shared.remove("grid");
    shared.set("cell", tree(cell));
    return hash(shared.toString());
  }

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, KEY);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
