package org.liegg.service.jobs;

import java.util.Optional;
import org.liegg.client.Outcome;
import org.liegg.client.ServiceError;

/**
 * What came of an analysis: an outcome with its report, or an error; neither where its worker ended
 * without a word.
 *
 * @param outcome what was found
 * @param report the report as JSON, where there is an outcome
 * @param error why there is none
 */
record Answer(Optional<Outcome> outcome, String report, Optional<ServiceError> error) {

  static Answer none() {
    return new Answer(Optional.empty(), "", Optional.empty());
  }

  static Answer of(Outcome outcome, String report) {
    return new Answer(Optional.of(outcome), report, Optional.empty());
  }

  static Answer of(ServiceError error) {
    return new Answer(Optional.empty(), "", Optional.of(error));
  }
}
