package org.liegg.core.assemble;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.liegg.api.Warning;
import org.liegg.api.WarningCode;
import org.liegg.api.report.Algebra;
import org.liegg.api.report.DefectMeasure.OutputDefect;
import org.liegg.api.report.Isolation;
import org.liegg.core.evidence.Evidence;
import org.liegg.metrics.NullspaceDecision;

/**
 * What speaks against calling a model invariant although the defects are small: an output that by
 * itself is not, brackets that lead far out of the span, and samples that mostly say otherwise.
 *
 * @param decision what was decided
 * @param evidence from held-out samples, where there is any
 * @param algebra what the generators are together, where it was read
 * @param mustBeIsolated whether directions that stand nearer to those that do not count than to the
 *     others are no symmetries to be relied on: a symmetry of an equation times a function that
 *     changes slowly is nearly one
 */
record Objections(
    NullspaceDecision decision,
    Optional<Evidence> evidence,
    Optional<Algebra> algebra,
    boolean mustBeIsolated) {
  /** Brackets that leave the span by so many times what noise explains are no accident. */
  private static final double FAR = 10;

  /** Whether the verdict cannot be that the model is invariant. */
  boolean any() {
    return failingOutput().isPresent() || farFromClosed() || torn();
  }

  private Optional<OutputDefect> failingOutput() {
    return evidence
        .filter(known -> decision.accepted() > 0 && known.reference().isEmpty())
        .flatMap(known -> known.failingOutput(decision.accepted()));
  }

  private boolean torn() {
    return mustBeIsolated && decision.isolation().filter(Isolation::torn).isPresent();
  }

  private boolean farFromClosed() {
    return algebra
        .filter(Algebra::leavesItsSpan)
        .filter(
            open -> open.closureResidual().orElseThrow() > FAR * open.closureBound().orElseThrow())
        .isPresent();
  }

  List<Warning> warnings() {
    List<Warning> warnings = new ArrayList<>();
    failingOutput().ifPresent(output -> warnings.add(failing(output)));
    evidence
        .flatMap(known -> known.typical(decision.accepted()))
        .filter(typical -> typical > decision.tolerance())
        .ifPresent(typical -> warnings.add(atypical(typical)));
    return List.copyOf(warnings);
  }

  private Warning failing(OutputDefect output) {
    return new Warning(
        WarningCode.OUTPUT_BREAKS,
        String.format(
            Locale.ROOT,
            "Together the outputs change little along the directions that were found, but output %d"
                + " alone does not stay: a defect of %.3g [%.3g, %.3g]. Nothing is said to hold for"
                + " the whole model; look at its outputs one by one.",
            output.output(),
            output.defect(),
            output.defectInterval()[0],
            output.defectInterval()[1]));
  }

  private Warning atypical(double typical) {
    return new Warning(
        WarningCode.TYPICAL_SAMPLE_DIFFERS,
        String.format(
            Locale.ROOT,
            "At a typical sample the model changes along one of the directions by %.2g of what an"
                + " unrelated gradient would give, more than %s, although the mean over samples is"
                + " below: a few samples of large gradient, or fields of large size, decide it."
                + " Look at the data for heavy tails.",
            typical,
            Double.toString(decision.tolerance())));
  }
}
