package org.liegg.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.liegg.api.report.SymmetryReport;
import org.liegg.report.ReportJson;

/** What of a report does not depend on when, where and by whom it was made. */
final class Essence {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Essence() {}

  static JsonNode of(SymmetryReport report) {
    return of(ReportJson.toString(report));
  }

  static JsonNode of(String report) {
    try {
      ObjectNode tree = (ObjectNode) JSON.readTree(report);
      tree.remove("provenance");
      ((ObjectNode) tree.path("model")).remove("path");
      ((ObjectNode) tree.path("data")).remove("path");
      return tree;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
