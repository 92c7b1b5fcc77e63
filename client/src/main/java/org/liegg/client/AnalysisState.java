package org.liegg.client;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** Where an analysis is on its way. */
public enum AnalysisState {
  /** It waits for a worker. */
  @JsonProperty("queued")
  QUEUED,
  /** A worker computes it. */
  @JsonProperty("running")
  RUNNING,
  /** It has a report. */
  @JsonProperty("done")
  DONE,
  /** It has an error. */
  @JsonProperty("failed")
  FAILED,
  /** Somebody did not want it any more. */
  @JsonProperty("cancelled")
  CANCELLED;

  /** Whether nothing of it changes any more. */
  public boolean isFinal() {
    return this == DONE || this == FAILED || this == CANCELLED;
  }

  /** As the JSON says it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
