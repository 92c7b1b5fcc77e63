package org.liegg.report;

import org.liegg.api.report.LayerReport;

/** The symmetries of layers as JSON, every component of the record a field. */
public final class LayersJson {

  private LayersJson() {}

  /** The report as JSON text, ending with a line feed. */
  public static String toString(LayerReport report) {
    return PrintableJson.escaped(RecordJson.toString(report)) + "\n";
  }
}
