package org.liegg.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.liegg.api.Accuracy;
import org.liegg.api.Spectrum;
import org.liegg.api.SymmetryReport.Algebra;
import org.liegg.api.SymmetryReport.Warning;
import org.liegg.metrics.NullspaceDecision;

/**
 * What a reader must know before believing a dimension.
 *
 * @param spectrum the spectrum of E
 * @param decision what was decided on it
 * @param algebra what the generators are together, where it was read
 * @param gradientSeen whether any derivative at any sample was not 0
 */
record WarningRules(
    Spectrum spectrum,
    NullspaceDecision decision,
    Optional<Algebra> algebra,
    boolean gradientSeen) {
  /** Singular values are called noise up to this many times the floor of the accuracy class. */
  private static final double NEAR_FLOOR = 10;

  List<Warning> warnings() {
    List<Warning> warnings = new ArrayList<>();
    undersampled(warnings);
    if (gradientSeen) {
      insensitive(warnings);
    } else {
      warnings.add(
          new Warning(
              "zero-gradient",
              "The model does not change at any sample, in any direction: every field is a trivial"
                  + " symmetry. Check that the right output was taken and that it is not saturated."));
    }
    accuracyFloor(warnings);
    openEnded(warnings);
    algebra.filter(Algebra::leavesItsSpan).ifPresent(open -> warnings.add(notClosed(open)));
    return List.copyOf(warnings);
  }

  private void undersampled(List<Warning> warnings) {
    if (spectrum.rows() < spectrum.columns()) {
      warnings.add(
          new Warning(
              "undersampled",
              "%d rows (samples × outputs) cannot determine %d unknowns: at least %d directions look like symmetries whatever the model is. Give at least %d rows, better ten times as many."
                  .formatted(
                      spectrum.rows(),
                      spectrum.columns(),
                      spectrum.columns() - spectrum.rows(),
                      spectrum.columns())));
    }
  }

  private void insensitive(List<Warning> warnings) {
    int trivial = decision.defects().trivialCount();
    if (trivial > 0) {
      warnings.add(
          new Warning(
              "insensitive-inputs",
              "%d of the %d symmetries are trivial: the model does not feel these fields at all (dead inputs, a bottleneck, or data that does not vary). They say nothing of a learned symmetry."
                  .formatted(trivial, decision.dimension())));
    }
  }

  private void openEnded(List<Warning> warnings) {
    if (decision.openEnded()) {
      warnings.add(
          new Warning(
              "open-ended",
              "All %d defects that were computed are at or below the tolerance: there may be more symmetries. Ask for more of the smallest directions."
                  .formatted(decision.held())));
    }
  }

  private static Warning notClosed(Algebra open) {
    return new Warning(
        "not-closed",
        String.format(
            Locale.ROOT,
            "Brackets of the generators leave their span by %.2g, where noise explains %.2g. The symmetries of a function are closed under brackets: some of these hold on the samples alone, are too inexact or are not all, or the brackets are no candidate fields. Try more samples, another tolerance or other candidates.",
            open.closureResidual().orElseThrow(),
            open.closureBound().orElseThrow()));
  }

  private void accuracyFloor(List<Warning> warnings) {
    if (spectrum.accuracy() != Accuracy.GRAM || spectrum.count() == 0) {
      return;
    }
    double floor = NEAR_FLOOR * spectrum.accuracy().floor() * spectrum.singularValues()[0];
    long below = 0;
    for (double sigma : spectrum.singularValues()) {
      if (sigma <= floor) {
        below++;
      }
    }
    if (below > 0 && spectrum.singularValues()[0] > 0) {
      warnings.add(
          new Warning(
              "accuracy-floor",
              "%d singular values are within rounding of 0 for this decomposition (σ/σ₁ below about 1e-8 is noise): they may be exact zeros. A backward-stable decomposition (qr) tells."
                  .formatted(below)));
    }
  }
}
