package org.liegg.core.assemble;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.liegg.api.Warning;
import org.liegg.api.report.Verdict;
import org.liegg.core.pass.GradientAudit;
import org.liegg.core.samples.DuplicateSketch;
import org.liegg.core.samples.FeatureDependence;
import org.liegg.core.samples.Independence;
import org.liegg.core.samples.OffSupport;

/**
 * What was noticed while the samples streamed.
 *
 * @param gradients about the model
 * @param duplicates about the samples
 * @param independence how many of them are independent
 * @param offSupport how much of the gradient points out of the data, where that was asked
 * @param dependence of the action's features on each other, where that matters
 * @param reading what was noticed of the source of the samples
 */
public record Observations(
    GradientAudit gradients,
    DuplicateSketch duplicates,
    Independence independence,
    Optional<OffSupport> offSupport,
    Optional<FeatureDependence> dependence,
    List<Warning> reading) {

  /** Whether samples are too few, or gradients too far off the data, to say that anything holds. */
  public Verdict limit(Verdict verdict, int unknowns, int outputs) {
    boolean off = verdict == Verdict.INVARIANT && offSupport.filter(OffSupport::most).isPresent();
    boolean untold =
        verdict == Verdict.INVARIANT
            && dependence.filter(FeatureDependence::tellsNothing).isPresent();
    return off || untold || !independence.enough(unknowns, outputs)
        ? Verdict.INSUFFICIENT_EVIDENCE
        : verdict;
  }

  /** What a reader must know of the samples. */
  List<Warning> sampleWarnings(int unknowns, int outputs) {
    List<Warning> warnings = new ArrayList<>(reading);
    warnings.addAll(independence.warnings(unknowns, outputs));
    offSupport.flatMap(OffSupport::warning).ifPresent(warnings::add);
    dependence.flatMap(FeatureDependence::warning).ifPresent(warnings::add);
    return warnings;
  }
}
