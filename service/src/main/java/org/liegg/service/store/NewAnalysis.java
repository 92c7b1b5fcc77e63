package org.liegg.service.store;

import java.util.Optional;
import org.liegg.client.AnalysisRequest;

/**
 * An analysis that is to wait.
 *
 * @param id its name
 * @param request what was asked
 * @param check the check that it is a case of
 * @param place in that check, from 0
 */
public record NewAnalysis(String id, AnalysisRequest request, Optional<String> check, int place) {

  /** One that belongs to no check. */
  public static NewAnalysis alone(String id, AnalysisRequest request) {
    return new NewAnalysis(id, request, Optional.empty(), 0);
  }

  /** The action, and what is expected. */
  String question() {
    String action = request.action().orElse(request.expect().isPresent() ? "" : "gl(d)");
    return request
        .expect()
        .map(expected -> action.isEmpty() ? expected : "%s: %s".formatted(action, expected))
        .orElse(action);
  }
}
