package org.liegg.client;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Analyses of the versions of one model, oldest first.
 *
 * @param name of the model
 * @param entries an analysis that is done each
 */
public record History(String name, List<Entry> entries) {

  /** Copies the list. */
  public History {
    entries = List.copyOf(entries);
  }

  /**
   * What an analysis of a version found.
   *
   * @param version of the model; empty where none was said
   * @param analysis its id
   * @param question the action, and what was expected of it where it was a check
   * @param finished when it was done
   * @param outcome what it found
   */
  public record Entry(
      Optional<String> version,
      String analysis,
      String question,
      Instant finished,
      Outcome outcome) {}
}
