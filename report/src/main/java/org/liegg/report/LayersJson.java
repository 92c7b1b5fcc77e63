package org.liegg.report;

import com.fasterxml.jackson.core.JacksonException;
import org.liegg.api.report.LayerReport;

/** The symmetries of layers as JSON, every component of the record a field. */
public final class LayersJson {

  private LayersJson() {}

  /** The report as JSON text, ending with a line feed. */
  public static String toString(LayerReport report) {
    try {
      return PrintableJson.escaped(JsonFormat.mapper().writeValueAsString(report)) + "\n";
    } catch (JacksonException e) {
      throw new IllegalStateException("a report of records always has a JSON form", e);
    }
  }
}
