package org.liegg.spark;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.liegg.api.report.SymmetryReport;
import org.liegg.report.ReportJson;

/** A report without what the data are called and when it was made: every bit of its numbers. */
final class ReportNumbers {

  private ReportNumbers() {}

  static JsonNode of(SymmetryReport report) {
    try {
      ObjectNode numbers = (ObjectNode) new ObjectMapper().readTree(ReportJson.toString(report));
      numbers.remove("provenance");
      ((ObjectNode) numbers.get("data")).remove(List.of("path", "sha256", "columns"));
      return numbers;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
