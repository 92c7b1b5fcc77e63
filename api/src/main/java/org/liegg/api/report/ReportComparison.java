package org.liegg.api.report;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.liegg.api.Bounded;

/**
 * What changed from one report to another under the same action: dimensions, the angles between the
 * two algebras, and defects, generator by generator and for the reference as a whole. A ratio of
 * two defects has an interval, from those of both, on the log scale and as if they were
 * independent. Two defects that are both rounding count as equal.
 *
 * @param before dimension, with its bounds
 * @param after dimension, with its bounds
 * @param angles between the two nullspaces, degrees, ascending, as many as the smaller has
 *     dimensions
 * @param pairs generators of either report, matched where they point the same way
 * @param reference the worst defect of the reference, after over before, where both have the same
 * @param differences in what was asked of the two, which no noise explains
 * @param change the answer
 */
public record ReportComparison(
    Dimension before,
    Dimension after,
    double[] angles,
    List<Pair> pairs,
    Optional<Bounded> reference,
    List<Difference> differences,
    Change change) {

  /** Keeps copies of the lists. */
  public ReportComparison {
    pairs = List.copyOf(pairs);
    differences = List.copyOf(differences);
  }

  /** The answer. */
  public enum Change {
    /** More symmetries, or smaller defects, beyond noise, and nothing got worse. */
    BETTER,
    /** Nothing changed beyond noise. */
    SAME,
    /** Fewer symmetries, or larger defects, beyond noise. */
    WORSE,
    /** One of the reports has no bounds to compare by. */
    INSUFFICIENT_EVIDENCE
  }

  /**
   * A dimension and its bounds.
   *
   * @param value from all samples, trivial directions included
   * @param low smallest that held-out samples allow
   * @param high largest
   */
  public record Dimension(int value, int low, int high) {}

  /**
   * A generator of one report and the one most alike of the other.
   *
   * @param before its place in the first report
   * @param after its place in the second
   * @param ratio of the defects, after over before; empty where bounds are missing
   */
  public record Pair(int before, int after, Optional<Bounded> ratio) {}

  /** What two reports under the same action may have been asked differently. */
  public enum Aspect {
    /** The known algebra that was compared with. */
    REFERENCE,
    /** What was applied to the output. */
    HEAD,
    /** Which output was taken. */
    OUTPUT,
    /** Which input varies. */
    INPUT,
    /** The largest defect that counts as a symmetry. */
    TOLERANCE,
    /** How the dimension was decided. */
    RULE
  }

  /**
   * Something that was asked differently of the two.
   *
   * @param aspect what
   * @param before in the first report; empty where it has none
   * @param after in the second
   */
  public record Difference(Aspect aspect, Optional<String> before, Optional<String> after) {}

  /** The largest principal angle, empty where one of the nullspaces is. */
  public OptionalDouble largestAngle() {
    return angles.length == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(angles[angles.length - 1]);
  }
}
