package org.liegg.service.worker;

import java.util.Optional;
import org.liegg.api.LieggException;
import org.liegg.client.Outcome;
import org.liegg.client.Progress;
import org.liegg.client.ServiceError;

/**
 * What a worker says of what it does: how far it is, or, once, what came of it; nothing of these
 * where the answer is a file in the folder.
 *
 * @param id the analysis
 * @param progress how far it is
 * @param outcome that it is done: the report is in the folder
 * @param error that it cannot be done
 */
public record News(
    String id,
    Optional<Progress> progress,
    Optional<Outcome> outcome,
    Optional<ServiceError> error) {

  /** How far it is. */
  static News progress(String id, Progress progress) {
    return new News(id, Optional.of(progress), Optional.empty(), Optional.empty());
  }

  /** It is done. */
  static News done(String id, Outcome outcome) {
    return new News(id, Optional.empty(), Optional.of(outcome), Optional.empty());
  }

  /** What was asked about a report is in the folder. */
  static News answered(String id) {
    return new News(id, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** It cannot be done. */
  static News failed(String id, ServiceError error) {
    return new News(id, Optional.empty(), Optional.empty(), Optional.of(error));
  }

  /** The same, for an error of ours. */
  public static News failed(String id, LieggException e) {
    return failed(id, new ServiceError(e.code(), String.valueOf(e.getMessage())));
  }

  /** Whether nothing more is said of it. */
  public boolean isLast() {
    return progress.isEmpty();
  }
}
