package org.liegg.core.assemble;

import java.util.Locale;
import java.util.Optional;
import org.liegg.api.Warning;
import org.liegg.api.WarningCode;
import org.liegg.api.report.Isolation;
import org.liegg.metrics.NullspaceDecision;

/**
 * Says where a tolerance has taken in directions that stand nearer to those it rejects than to the
 * others that it accepts.
 *
 * @param decision what was accepted
 */
record IsolationRule(NullspaceDecision decision) {

  Optional<Warning> warning() {
    return decision.isolation().filter(Isolation::torn).map(this::notIsolated);
  }

  private Warning notIsolated(Isolation found) {
    int above = decision.accepted() - found.below();
    int left = decision.dimension() - above;
    boolean one = above == 1;
    return new Warning(
        WarningCode.NOT_ISOLATED,
        String.format(
            Locale.ROOT,
            "%d of the %d directions that count as symmetries %s apart: %s %.3g times above the"
                + " others, and the smallest that does not count is only %.3g times above %s. %s"
                + " may be no %s. Without %s, at --tolerance %s, %d %s left.",
            above,
            decision.dimension(),
            one ? "stands" : "stand",
            one ? "its defect is" : "their defects are",
            found.inner().orElseThrow(),
            found.outer().orElseThrow(),
            one ? "it" : "them",
            one ? "It" : "They",
            one ? "symmetry" : "symmetries",
            one ? "it" : "them",
            rounded(decision.saferTolerance().orElseThrow()),
            left,
            left == 1 ? "is" : "are"));
  }

  /** To one digit: the step that it lies in is wider than that. */
  private static String rounded(double tolerance) {
    return Double.toString(Double.parseDouble(String.format(Locale.ROOT, "%.0e", tolerance)));
  }
}
