package org.liegg.report;

import com.fasterxml.jackson.core.JacksonException;
import org.liegg.api.report.ReportComparison;

/** Comparisons as JSON, every component of the record a field. */
public final class ComparisonJson {

  private ComparisonJson() {}

  /** The comparison as JSON text, ending with a line feed. */
  public static String toString(ReportComparison comparison) {
    try {
      return PrintableJson.escaped(JsonFormat.mapper().writeValueAsString(comparison)) + "\n";
    } catch (JacksonException e) {
      throw new IllegalStateException("a comparison of records always has a JSON form", e);
    }
  }
}
