package org.liegg.study.result;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Optional;
import org.liegg.api.report.Orbit;
import org.liegg.study.spec.Cell;

/**
 * A finished cell.
 *
 * @param key names the cell and everything that its result depends on
 * @param cell the network
 * @param outcome how it ended, and what was found
 * @param track what was found while it trained
 * @param orbits held-out images moved along the learned generator, for pictures
 * @param seconds wall time
 * @param message why it was not measured; empty where it was
 */
public record CellResult(
    String key,
    Cell cell,
    @JsonUnwrapped Outcome outcome,
    List<TrackPoint> track,
    List<Orbit> orbits,
    double seconds,
    String message) {

  /** Keeps copies. */
  public CellResult {
    track = List.copyOf(track);
    orbits = List.copyOf(orbits);
  }

  /**
   * How a cell ended.
   *
   * @param status whether it was measured
   * @param findings what was found, of a network that was measured
   * @param trained when training ended, where that was not known before
   */
  public record Outcome(Status status, Optional<Findings> findings, Optional<Trained> trained) {}

  /** Whether the network was measured. */
  public Status status() {
    return outcome.status();
  }

  /** What was found, of a network that was measured. */
  public Optional<Findings> findings() {
    return outcome.findings();
  }

  /** How a cell ended. */
  public enum Status {
    /** It was trained and measured. */
    DONE,
    /** Its parameters left the range of numbers while it trained. */
    DIVERGED,
    /** It was trained and could not be measured. */
    FAILED
  }
}
