package org.liegg.client;

import java.util.List;
import java.util.Optional;

/**
 * What has become of several expectations.
 *
 * @param id its name, as the service gave it
 * @param finished whether all of them are answered, failed or cancelled
 * @param result {@code holds}, {@code does not hold}, {@code not enough evidence} or {@code not
 *     made}, where it is finished: the worst of all
 * @param cases an analysis for each expectation, in their order
 */
public record Check(String id, boolean finished, Optional<String> result, List<Analysis> cases) {

  /** Copies the list. */
  public Check {
    cases = List.copyOf(cases);
  }
}
