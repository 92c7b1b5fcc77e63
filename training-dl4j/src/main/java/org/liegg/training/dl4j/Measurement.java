package org.liegg.training.dl4j;

import java.util.Locale;
import org.liegg.api.SymmetryReport;
import org.liegg.metrics.SymmetrySummary;

/**
 * The symmetries of a network at one moment of its training.
 *
 * @param iteration updates of the parameters done since the network was made
 * @param epoch epochs completed since the network was made
 * @param score the network's score at that moment, on its latest training batch
 * @param verdict the answer, or that there is none
 * @param symmetries what was found; nothing where the measurement failed
 * @param seconds wall time that the measurement took
 * @param message why it failed, on one line; empty where it did not
 */
public record Measurement(
    int iteration,
    int epoch,
    double score,
    Verdict verdict,
    SymmetrySummary symmetries,
    double seconds,
    String message) {

  /** What the held-out samples say. */
  public enum Verdict {
    /** Some directions are symmetries. */
    INVARIANT,
    /** None is. */
    BROKEN,
    /** There are too few samples to tell. */
    INSUFFICIENT_EVIDENCE,
    /** The network could not be measured, e.g. because it diverged. */
    FAILED;

    /** The name that tables use, e.g. {@code insufficient-evidence}. */
    public String label() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Verdict of(SymmetryReport.Verdict verdict) {
      return switch (verdict) {
        case INVARIANT -> INVARIANT;
        case BROKEN -> BROKEN;
        case INSUFFICIENT_EVIDENCE -> INSUFFICIENT_EVIDENCE;
      };
    }
  }
}
