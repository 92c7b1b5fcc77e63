package org.liegg.core.assemble;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.liegg.api.Accuracy;
import org.liegg.api.Spectrum;
import org.liegg.api.Warning;
import org.liegg.api.WarningCode;
import org.liegg.api.report.Algebra;
import org.liegg.metrics.NullspaceDecision;

/**
 * What a reader must know before believing a dimension.
 *
 * @param spectrum the spectrum of E
 * @param decision what was decided on it
 * @param algebra what the generators are together, where it was read
 * @param verdict the answer
 */
record WarningRules(
    Spectrum spectrum,
    NullspaceDecision decision,
    Optional<Algebra> algebra,
    DimensionVerdict verdict) {
  List<Warning> warnings() {
    List<Warning> warnings = new ArrayList<>();
    undersampled(warnings);
    undecided(warnings);
    new IsolationRule(decision).warning().ifPresent(warnings::add);
    accuracyFloor(warnings);
    openEnded(warnings);
    algebra.filter(Algebra::leavesItsSpan).ifPresent(open -> warnings.add(notClosed(open)));
    return List.copyOf(warnings);
  }

  private void undersampled(List<Warning> warnings) {
    if (spectrum.rows() < spectrum.columns()) {
      warnings.add(
          new Warning(
              WarningCode.UNDERSAMPLED,
              "%d rows (samples × outputs), of rank %d, cannot determine %d unknowns: at least %d directions look like symmetries whatever the model is. Give at least %d rows, better ten times as many."
                  .formatted(
                      spectrum.rows(),
                      rank(),
                      spectrum.columns(),
                      spectrum.columns() - spectrum.rows(),
                      spectrum.columns()),
              Optional.of((int) (spectrum.columns() - spectrum.rows()))));
    }
  }

  private void undecided(List<Warning> warnings) {
    boolean undersampled = spectrum.rows() < spectrum.columns();
    int dimension = decision.dimension();
    boolean still = decision.defects().trivialCount() == spectrum.columns();
    verdict
        .interval()
        .filter(bounds -> !undersampled && !still && bounds[0] < bounds[1])
        .ifPresent(
            bounds ->
                warnings.add(
                    new Warning(
                        WarningCode.UNDECIDED,
                        String.format(
                            Locale.ROOT,
                            "Held-out samples allow %d to %d symmetries at a defect of %s; all"
                                + " samples together suggest %d. Give more samples, or a tolerance"
                                + " that is further from the defects of the directions in"
                                + " question.",
                            bounds[0],
                            bounds[1],
                            Double.toString(decision.tolerance()),
                            dimension))));
  }

  private void openEnded(List<Warning> warnings) {
    if (decision.openEnded()) {
      warnings.add(
          new Warning(
              WarningCode.OPEN_ENDED,
              "All %d defects that were computed are at or below the tolerance: there may be more symmetries. Ask for more of the smallest directions."
                  .formatted(decision.accepted())));
    }
  }

  private static Warning notClosed(Algebra open) {
    return new Warning(
        WarningCode.NOT_CLOSED,
        String.format(
            Locale.ROOT,
            "Brackets of the generators leave their span by %.2g, where noise explains %.2g. The"
                + " symmetries of a function are closed under brackets: some of these hold on the"
                + " samples alone, are too inexact or are not all, or the brackets are no candidate"
                + " fields. Try more samples, another tolerance or other candidates.",
            open.closureResidual().orElseThrow(),
            open.closureBound().orElseThrow()));
  }

  private void accuracyFloor(List<Warning> warnings) {
    if (spectrum.accuracy() != Accuracy.GRAM || spectrum.count() == 0) {
      return;
    }
    double floor = RoundingLevel.decomposition(spectrum) * spectrum.singularValues()[0];
    long below = 0;
    for (double sigma : spectrum.singularValues()) {
      if (sigma <= floor) {
        below++;
      }
    }
    if (below > 0 && spectrum.singularValues()[0] > 0) {
      warnings.add(
          new Warning(
              WarningCode.ACCURACY_FLOOR,
              "%d singular values are within rounding of 0 for this decomposition (σ/σ₁ below about 1e-8 is noise): they may be exact zeros. A backward-stable decomposition (qr) tells, of gradients in double precision."
                  .formatted(below)));
    }
  }

  /** How many singular values stand above the noise of the decomposition. */
  private long rank() {
    double[] sigma = spectrum.singularValues();
    double floor = sigma.length == 0 ? 0 : RoundingLevel.decomposition(spectrum) * sigma[0];
    return Arrays.stream(sigma).filter(value -> value > floor).count();
  }
}
