package org.liegg.study.result;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Map;

/** A study as JSON, {@code "schema": "liegg-study/1"}: spec, cells and correlations. */
public final class StudyJson {
  /** The format that this version writes. */
  public static final String SCHEMA = "liegg-study/1";

  private StudyJson() {}

  /** The whole study. */
  public static String toString(StudyResult result) {
    ObjectNode root = StudyFormat.tree(Map.of("schema", SCHEMA));
    root.set("spec", StudyFormat.spec(result.spec(), result.sources()));
    ArrayNode correlations = root.putArray("correlations");
    result.correlations().forEach(one -> correlations.add(StudyFormat.tree(one)));
    ArrayNode cells = root.putArray("cells");
    for (CellResult cell : result.cells()) {
      ObjectNode node = StudyFormat.tree(cell);
      node.put("status", cell.status().name().toLowerCase(Locale.ROOT));
      cells.add(node);
    }
    return root.toString() + "\n";
  }
}
