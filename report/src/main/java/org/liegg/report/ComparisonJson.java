package org.liegg.report;

import org.liegg.api.report.ReportComparison;

/** Comparisons as JSON, every component of the record a field. */
public final class ComparisonJson {

  private ComparisonJson() {}

  /** The comparison as JSON text, ending with a line feed. */
  public static String toString(ReportComparison comparison) {
    return PrintableJson.escaped(RecordJson.toString(comparison)) + "\n";
  }
}
