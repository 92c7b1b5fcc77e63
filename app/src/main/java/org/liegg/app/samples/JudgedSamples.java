package org.liegg.app.samples;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.liegg.api.Matrix;
import org.liegg.api.Warning;
import org.liegg.api.WarningCode;
import org.liegg.api.report.Nullspace;
import org.liegg.api.report.Reference;
import org.liegg.api.report.ReferenceDefects;
import org.liegg.api.report.SymmetryReport;
import org.liegg.api.report.Verdict;
import org.liegg.api.spi.GroupAction;
import org.liegg.core.estimate.FitEvidence;
import org.liegg.core.estimate.FitEvidence.Estimate;
import org.liegg.core.estimate.SampleFit;
import org.liegg.groups.Embeddings;

/**
 * What of a report holds where the function is not a model, but what samples say: gradients are
 * noisy, which hides symmetries, and smoothed, which feigns some. No verdict becomes firmer here.
 *
 * @param report of the function
 * @param evidence of it; empty where there are too many fields to compare
 */
record JudgedSamples(SymmetryReport report, Optional<FitEvidence> evidence) {
  /** What a direction may reach at the smaller bandwidth, where noise is larger. */
  private static final double FINER = 2;

  /** Standard errors beyond the tolerance of what is broken for certain. */
  private static final double ERRORS = 3;

  static JudgedSamples of(SymmetryReport report, SampleFit fit, GroupAction action) {
    GroupAction bound = action.boundTo(fit.outputs());
    return new JudgedSamples(
        report,
        bound.dimension() > 0 && bound.dimension() <= FitEvidence.MOST_FIELDS
            ? Optional.of(FitEvidence.of(fit, bound))
            : Optional.empty());
  }

  /** The report with the verdicts that the evidence leaves. */
  SymmetryReport judged(Optional<GroupAction> reference, GroupAction action) {
    List<Warning> warnings = new ArrayList<>(report.warnings());
    Nullspace decision = decision(warnings);
    Optional<Reference> compared =
        report.reference().map(known -> reference(known, reference, action, warnings));
    SymmetryReport.Answer answer = report.answer();
    return new SymmetryReport(
        report.schema(),
        report.subject(),
        new SymmetryReport.Answer(
            answer.decomposition(),
            answer.spectrum(),
            decision,
            answer.generators(),
            answer.algebra(),
            compared),
        report.evidence(),
        warnings,
        report.provenance());
  }

  private Nullspace decision(List<Warning> warnings) {
    Nullspace decision = report.nullspace();
    if (decision.verdict() == Verdict.INSUFFICIENT_EVIDENCE) {
      return decision;
    }
    if (evidence.isEmpty()) {
      warnings.add(
          noisy(
              "There are too many candidate fields (more than %d) to tell the noise of gradients"
                      .formatted(FitEvidence.MOST_FIELDS)
                  + " from what is broken."));
      return decision.with(Verdict.INSUFFICIENT_EVIDENCE);
    }
    int possible = evidence.get().possible(decision.tolerance());
    long fallen =
        report.generators().stream().filter(generator -> !holds(generator.coefficients())).count();
    if (possible > decision.dimension()) {
      warnings.add(
          noisy(
              "%d directions are symmetries, and the noise of gradients leaves room for %d."
                  .formatted(decision.dimension(), possible)));
    }
    if (fallen > 0) {
      warnings.add(
          noisy(
              String.format(
                  Locale.ROOT,
                  "%d of %d directions are not certain at %.1f of the bandwidth: less is smoothed"
                      + " away there.",
                  fallen,
                  report.generators().size(),
                  SampleFit.FINER)));
    }
    return possible > decision.dimension() || fallen > 0
        ? decision.with(Verdict.INSUFFICIENT_EVIDENCE)
        : decision;
  }

  private boolean holds(double[] direction) {
    return evidence
        .filter(known -> known.holdsFiner(direction, FINER * report.nullspace().tolerance()))
        .isPresent();
  }

  private Reference reference(
      Reference known,
      Optional<GroupAction> reference,
      GroupAction action,
      List<Warning> warnings) {
    Optional<ReferenceDefects> defects =
        known.defect().map(found -> defects(found, reference, action, warnings));
    return new Reference(
        known.name(),
        known.dimension(),
        known.symmetryBias(),
        known.principalAngles(),
        known.angleInterval(),
        defects);
  }

  private ReferenceDefects defects(
      ReferenceDefects found,
      Optional<GroupAction> reference,
      GroupAction action,
      List<Warning> warnings) {
    boolean certain =
        switch (found.verdict()) {
          case INVARIANT -> directions(reference, action).stream().allMatch(this::holds);
          case BROKEN -> directions(reference, action).stream().anyMatch(this::isBroken);
          case INSUFFICIENT_EVIDENCE -> true;
        };
    if (certain) {
      return found;
    }
    warnings.add(
        noisy(
            String.format(
                Locale.ROOT,
                "The defect of %.3g of the known algebra is not certain for the noise of gradients,"
                    + " or for what is smoothed away.",
                found.worst())));
    return new ReferenceDefects(
        found.worst(),
        found.worstInterval(),
        found.mean(),
        found.contained(),
        Verdict.INSUFFICIENT_EVIDENCE);
  }

  private List<double[]> directions(Optional<GroupAction> reference, GroupAction action) {
    List<double[]> directions = new ArrayList<>();
    reference.ifPresent(
        known -> {
          Matrix rows = Embeddings.coefficients(known, action);
          for (int r = 0; r < rows.rows(); r++) {
            directions.add(
                Arrays.copyOfRange(rows.values(), r * rows.columns(), (r + 1) * rows.columns()));
          }
        });
    return directions;
  }

  private boolean isBroken(double[] direction) {
    return evidence
        .map(known -> known.defect(direction))
        .filter(found -> isBroken(found, report.nullspace().tolerance()))
        .isPresent();
  }

  private static boolean isBroken(Estimate found, double tolerance) {
    return found.value() - ERRORS * found.error() > tolerance;
  }

  private static Warning noisy(String message) {
    return new Warning(
        WarningCode.NOISY_GRADIENTS, message + " Give more samples, or a larger tolerance.");
  }
}
