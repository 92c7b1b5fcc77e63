package org.liegg.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liegg.api.DataException;
import org.liegg.api.report.SymmetryReport;
import org.liegg.metrics.Comparisons;
import org.liegg.report.ComparisonJson;
import org.liegg.report.ComparisonText;
import org.liegg.report.GateText;
import org.liegg.report.ReportHtml;
import org.liegg.report.ReportJson;
import org.liegg.report.ReportText;

/**
 * Every field of a real report, altered in every way: it is refused with a code, or everything that
 * is made of reports can be made of it, in characters that are printable.
 */
class ReportMutationsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final JsonNodeFactory NEW = JsonNodeFactory.instance;

  @TempDir Path folder;

  @Test
  void everyFieldAlteredIsRefusedOrHarmless() throws IOException {
    Path file = folder.resolve("report.json");
    CommandRun.onReference(
        "extract",
        "--limit",
        "400",
        "--action",
        "gl(5)^2",
        "--reference",
        "so(5)",
        "--json",
        file.toString());
    SymmetryReport whole = ReportJson.read(file);
    JsonNode tree = JSON.readTree(Files.readAllBytes(file));
    ((ObjectNode) tree).remove("orbits");
    int[] counts = new int[2];
    alter(tree, altered -> counts[outcome(whole, altered)]++);
    assertThat(counts[0]).as("refused").isGreaterThan(1000);
    assertThat(counts[1]).as("read").isGreaterThan(100);
  }

  /** 0: refused; 1: read, and all that is made of it was made. */
  private static int outcome(SymmetryReport whole, JsonNode altered) {
    SymmetryReport report;
    try {
      byte[] bytes = JSON.writeValueAsBytes(altered);
      report = ReportJson.read(new ByteArrayInputStream(bytes), "r.json");
    } catch (DataException e) {
      assertThat(e.getMessage()).startsWith("LIEGG-REPORT-");
      requirePrintable(String.valueOf(e.getMessage()));
      return 0;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    try {
      for (var comparison : List.of(Comparisons.of(whole, report), Comparisons.of(report, whole))) {
        requirePrintable(new ComparisonText(100, false, true).format(comparison));
        requirePrintable(ComparisonJson.toString(comparison));
      }
    } catch (DataException e) {
      assertThat(e.code()).isEqualTo("LIEGG-COMPARE-ACTION");
      requirePrintable(String.valueOf(e.getMessage()));
    }
    requirePrintable(new ReportText(100, false, true).format(report));
    requirePrintable(ReportJson.toString(report));
    assertThat(ReportHtml.toString(report)).doesNotContain("\u001b", "\u202e");
    GateText.limits(report).forEach(ReportMutationsTest::requirePrintable);
    return 1;
  }

  private static void requirePrintable(String text) {
    assertThat(text).doesNotContain("\u001b", "\u009b", "\u202e", "\ud800");
  }

  /** Hands out the tree with one alteration at a time, and puts it back. */
  private static void alter(JsonNode root, Consumer<JsonNode> use) {
    walk(root, () -> use.accept(root));
  }

  private static void walk(JsonNode node, Runnable use) {
    if (node instanceof ObjectNode fields) {
      List<String> names = new ArrayList<>();
      fields.fieldNames().forEachRemaining(names::add);
      for (String name : names) {
        JsonNode old = fields.get(name);
        for (JsonNode other : others(old).toList()) {
          fields.set(name, other);
          use.run();
        }
        fields.remove(name);
        use.run();
        fields.set(name, old);
        walk(old, use);
      }
    } else if (node instanceof ArrayNode list && !list.isEmpty()) {
      JsonNode old = list.get(0);
      for (JsonNode other : others(old).toList()) {
        list.set(0, other);
        use.run();
      }
      list.set(0, old);
      list.add(old);
      use.run();
      list.remove(list.size() - 1);
      JsonNode first = list.remove(0);
      use.run();
      list.insert(0, first);
      walk(old, use);
    }
  }

  private static Stream<JsonNode> others(JsonNode old) {
    Stream<JsonNode> any =
        Stream.of(
            NEW.nullNode(),
            NEW.textNode("<script>\u001b[31m\u009b\u202e\ud800\u0007"),
            NEW.numberNode(-1),
            NEW.numberNode(0),
            NEW.numberNode(0.5),
            NEW.numberNode(1e308),
            NEW.numberNode(-1e-300),
            NEW.numberNode(Integer.MAX_VALUE),
            NEW.numberNode(Integer.MIN_VALUE),
            NEW.numberNode(Long.MAX_VALUE),
            NEW.numberNode(new java.math.BigDecimal("1e999")),
            NEW.booleanNode(true),
            NEW.arrayNode(),
            NEW.objectNode());
    return old.isTextual()
        ? Stream.concat(any, Stream.of(NEW.textNode(""), NEW.textNode("x".repeat(100_000))))
        : any;
  }
}
