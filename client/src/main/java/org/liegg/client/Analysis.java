package org.liegg.client;

import java.time.Instant;
import java.util.Optional;

/**
 * An analysis and what has become of it.
 *
 * @param id its name, as the service gave it
 * @param state where it is on its way
 * @param request what was asked
 * @param times when what happened
 * @param progress how far it is, while it is running
 * @param outcome what was found, where it is done
 * @param error what went wrong, where it failed
 */
public record Analysis(
    String id,
    AnalysisState state,
    AnalysisRequest request,
    Times times,
    Optional<Progress> progress,
    Optional<Outcome> outcome,
    Optional<ServiceError> error) {

  /**
   * When what happened.
   *
   * @param created when it was accepted
   * @param started when a worker took it up, the last time
   * @param finished when it was done, failed or was cancelled
   * @param attempts how often it was taken up
   */
  public record Times(
      Instant created, Optional<Instant> started, Optional<Instant> finished, int attempts) {}
}
