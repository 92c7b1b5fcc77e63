package org.liegg.training.dl4j;

import java.util.Optional;
import org.liegg.api.report.Verdict;
import org.liegg.metrics.SymmetrySummary;

/**
 * The symmetries of a network at one moment of its training.
 *
 * @param iteration updates of the parameters done since the network was made
 * @param epoch epochs completed since the network was made
 * @param score the network's score at that moment, on its latest training batch
 * @param verdict the answer; empty where the network could not be measured
 * @param symmetries what was found; nothing where the measurement failed
 * @param seconds wall time that the measurement took
 * @param message why it failed, on one line; empty where it did not
 */
public record Measurement(
    int iteration,
    int epoch,
    double score,
    Optional<Verdict> verdict,
    SymmetrySummary symmetries,
    double seconds,
    String message) {

  /** Whether the network could not be measured, e.g. because it diverged. */
  public boolean failed() {
    return verdict.isEmpty();
  }

  /** The answer as tables have it: {@code invariant}, … or {@code failed}. */
  public String outcome() {
    return verdict.map(Verdict::label).orElse("failed");
  }
}
