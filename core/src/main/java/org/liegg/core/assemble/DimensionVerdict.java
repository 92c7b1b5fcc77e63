package org.liegg.core.assemble;

import java.util.Optional;
import org.liegg.api.Spectrum;
import org.liegg.api.report.Verdict;
import org.liegg.core.evidence.Evidence;
import org.liegg.metrics.DimensionBounds;
import org.liegg.metrics.NullspaceDecision;

/**
 * The answer: the dimension that all samples suggest, the dimensions that held-out samples allow,
 * and whether the one is backed by the other.
 *
 * @param verdict the answer
 * @param interval {@code [low, high]}, where it was measured
 * @param rule how it was decided, in words
 */
record DimensionVerdict(Verdict verdict, Optional<int[]> interval, String rule) {
  private static final String POINT =
      "baseline 2 (insensitive directions apart, outputs weighed): defect at or below the"
          + " tolerance";

  /**
   * Decides.
   *
   * @param evidence from held-out samples; empty where nothing was to be held out
   * @param gradientSeen whether any derivative was not 0
   */
  static DimensionVerdict of(
      Spectrum spectrum,
      NullspaceDecision decision,
      Optional<Evidence> evidence,
      boolean gradientSeen) {
    boolean undersampled = spectrum.rows() < spectrum.columns();
    if (!gradientSeen) {
      return new DimensionVerdict(
          Verdict.INSUFFICIENT_EVIDENCE,
          Optional.of(new int[] {0, spectrum.columns()}),
          "a model that does not change says nothing of symmetries");
    }
    if (evidence.isEmpty()) {
      return new DimensionVerdict(
          undersampled ? Verdict.INSUFFICIENT_EVIDENCE : simple(decision),
          Optional.empty(),
          POINT + ", on the samples alone");
    }
    Optional<DimensionBounds> bounds = undersampled ? Optional.empty() : evidence.get().bounds();
    if (bounds.isEmpty()) {
      return new DimensionVerdict(
          Verdict.INSUFFICIENT_EVIDENCE,
          Optional.of(new int[] {0, spectrum.columns()}),
          POINT + ", too few samples to hold any out");
    }
    int dimension = decision.dimension();
    int low =
        bounds.get().held()
            + (evidence.get().insensitiveHolds() ? decision.defects().trivialCount() : 0);
    int high = spectrum.columns() - bounds.get().broken() - evidence.get().unmeasured();
    return new DimensionVerdict(
        verdict(dimension, low, high),
        Optional.of(new int[] {Math.min(low, dimension), Math.max(high, dimension)}),
        POINT + ", its bounds on held-out samples");
  }

  /** The same where a verdict of invariance has something against it. */
  DimensionVerdict unless(boolean objection) {
    return objection && verdict == Verdict.INVARIANT
        ? new DimensionVerdict(Verdict.INSUFFICIENT_EVIDENCE, interval, rule)
        : this;
  }

  /** The same where the samples, or the gradients on them, do not allow more. */
  DimensionVerdict limited(Observations observed, Spectrum spectrum) {
    Verdict limit = observed.limit(verdict, spectrum.columns(), outputs(spectrum));
    return new DimensionVerdict(limit, interval, rule);
  }

  /** Rows of a sample. */
  static int outputs(Spectrum spectrum) {
    return (int) (spectrum.rows() / Math.max(1, spectrum.samples()));
  }

  private static Verdict simple(NullspaceDecision decision) {
    return decision.dimension() > 0 ? Verdict.INVARIANT : Verdict.BROKEN;
  }

  private static Verdict verdict(int dimension, int low, int high) {
    if (dimension == 0) {
      return high == 0 ? Verdict.BROKEN : Verdict.INSUFFICIENT_EVIDENCE;
    }
    return low == dimension ? Verdict.INVARIANT : Verdict.INSUFFICIENT_EVIDENCE;
  }
}
